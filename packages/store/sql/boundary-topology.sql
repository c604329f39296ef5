-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select b.topology
from boundary_set b
where b.kind = $1 and b.content_hash = $2 and b.version_from <= $3
order by b.version_from desc
limit 1
