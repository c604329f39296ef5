-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select key, merged_into as "mergedInto", deactivated_on::text as "deactivatedOn" from actor
