/** A query to start with. `title` says what it asks for. */
export type ExampleQuery = { readonly title: string; readonly query: string };

/**
 * Queries that show what the API is about, all answered from the demo data. They stand in the tabs of GraphiQL
 * and in the message at the start.
 */
export const exampleQueries: readonly ExampleQuery[] = Object.freeze([
  {
    title: 'A district and its municipalities over the years',
    query: `query District {
  district(key: "12070") {
    name
    state { name }
    series(
      indicator: "population/residents"
      from: "2011"
    ) {
      periods
      values
      statuses
    }
    municipalities {
      name
      series(
        indicator: "population/residents"
        from: "2011"
      ) {
        values
      }
    }
  }
}`,
  },
  {
    title: 'Districts side by side: one indicator in one year',
    query: `query SideBySide {
  territory(key: "DG") {
    crossSection(
      indicator: "population/foreignShare"
      period: "2015"
      level: DISTRICT
    ) {
      territories { ars name }
      values
      statuses
    }
  }
}`,
  },
  {
    title: 'A series that survives a reform: Goslar took in Vienenburg in 2014',
    query: `query Reform {
  municipality(key: "03153017") {
    name
    predecessors { territory { key name } share knownBy }
    asReported: series(indicator: "population/residents") { periods values statuses }
    onTodaysBoundaries: series(indicator: "population/residents", boundariesOn: "2021-12-31") {
      periods
      values
      flags
      apportionedShares
    }
  }
}`,
  },
  {
    title: 'What is recommended, and who is there to do it',
    query: `query Cooperation {
  recommendations {
    notice
    items { fieldTitle title }
  }
  actors(territory: "12070", first: 10) {
    totalCount
    edges { node { name kind topics } }
  }
}`,
  },
  {
    title: 'What a district and its municipalities do and decide together',
    query: `query Together {
  district(key: "03153") {
    taskGaps(first: 5) {
      totalCount
      nodes { task { title } territory { name } }
    }
    overdueBodies { daysLate body { title } }
    jointDecisions {
      nodes { title stateTitle result { explanation } }
    }
    concept {
      title
      progress { onTime overdue }
      targetCounts { reached missed unknown }
    }
  }
}`,
  },
]);

/** A query as a command for the shell, on one line. */
export function curlCommand(url: string, { query }: ExampleQuery): string {
  const oneLine = query.replace(/\s+/g, ' ').replace(/ ?([{}():]) ?/g, '$1');
  return `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query: oneLine })}'`;
}
