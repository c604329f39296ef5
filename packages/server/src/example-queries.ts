/** A query to start with. `title` says what it asks for. */
export type ExampleQuery = { readonly title: string; readonly query: string };

/**
 * Three queries that show what the API is about, all answered from the demo data. They stand in the tabs of GraphiQL
 * and in the message at the start.
 */
export const exampleQueries: readonly ExampleQuery[] = Object.freeze([
  {
    title: 'A district, its figures over the years, and its municipalities',
    query: `{
  district(key: "12070") {
    name
    state { name }
    series(indicator: "population/residents", from: "2011", to: "2015") {
      periods
      values
      statuses
    }
    municipalities {
      name
      series(indicator: "population/residents", from: "2011", to: "2015") {
        values
      }
    }
  }
}`,
  },
  {
    title: 'The districts of Germany side by side: one indicator, one year',
    query: `{
  territory(key: "DG") {
    crossSection(indicator: "population/foreignShare", period: "2015", level: DISTRICT) {
      territories { ars name }
      values
      statuses
    }
  }
}`,
  },
  {
    title: 'What is recommended for good cooperation, and who is there to do it',
    query: `{
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
]);

/** A query as a command for the shell, on one line. */
export function curlCommand(url: string, { query }: ExampleQuery): string {
  const oneLine = query.replace(/\s+/g, ' ').replaceAll(' { ', '{').replaceAll(' }', '}');
  return `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query: oneLine })}'`;
}
