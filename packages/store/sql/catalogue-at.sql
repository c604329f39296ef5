-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select i.id, i.kind, i.key, v.definition
from catalogue_item i
join catalogue_version v on v.item_id = i.id
where i.kind <> 'input' and v.version_from <= $1 and (v.version_until is null or v.version_until > $2)
order by i.kind, i.key collate "C"
