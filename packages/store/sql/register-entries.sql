-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select wanted.position::int, r.territory_date::text as "territoryDate", r.population_date::text as "populationDate",
  e.population, e.male as "malePopulation", e.area_hectares as "areaHectares", e.postcode,
  e.degree_of_urbanisation as "degreeOfUrbanisation"
from unnest($1::int[]) with ordinality as wanted (id, position)
join register r on r.version_from <= $2 and (r.version_until is null or r.version_until > $3)
join register_entry e on e.register_id = r.id and e.territory_id = wanted.id
order by wanted.position, r.territory_date
