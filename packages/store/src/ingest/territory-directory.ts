import {
  COUNTRY_KEY,
  districtKeyOf,
  parentKeysOf,
  type TableKey,
  type TerritoryKey,
} from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/** A territory as the directory knows it. `canonicalId` is the territory under which its facts are stored. */
export type DirectoryEntry = {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly canonicalId: number;
  readonly canonicalKind: string;
  /** What it is known from: a register, a list of changes or a crosswalk, or only tables. */
  readonly evidence: string;
};

/** Where the facts of a delivered key belong. */
export type Place = {
  readonly own: DirectoryEntry;
  readonly districtId: number;
  readonly associationId: number | null;
};

/** A parent that a table's key names, of a territory of which no official source says it. */
export type NamedParent = { readonly memberId: number; readonly parentId: number; readonly relation: string };

/** All territories of the store in memory (about 17,000), and the ones that a release adds. */
export type TerritoryDirectory = {
  /** Finds or adds the territory of a delivered key, with its parents. */
  readonly place: (key: TableKey) => Place;
  readonly added: () => readonly DirectoryEntry[];
  readonly namedParents: () => readonly NamedParent[];
};

/**
 * Reads the directory. What no register knows but is well formed becomes a provisional territory, together with the
 * parents that its key names, so that official history is not thrown away (rule 10). Nothing is written here.
 */
export async function territoryDirectory(writer: Writer): Promise<TerritoryDirectory> {
  const rows = await writer.rows<DirectoryEntry>(
    `select t.id, t.kind, t.key, c.id as "canonicalId", c.kind as "canonicalKind", t.evidence
     from territory t
     join territory c on c.id = coalesce(t.same_as, t.id)`,
  );
  const entries = new Map(rows.map((row) => [nameOf(row), row]));
  const added: DirectoryEntry[] = [];
  const parents = new Map<string, NamedParent>();
  let lastId = rows.reduce((largest, row) => Math.max(largest, row.id), 0);

  const findOrAdd = ({ kind, key }: TerritoryKey): DirectoryEntry => {
    const known = entries.get(nameOf({ kind, key }));
    if (known !== undefined) return known;
    lastId += 1;
    const entry = { id: lastId, kind, key, canonicalId: lastId, canonicalKind: kind, evidence: 'TABLE' };
    entries.set(nameOf(entry), entry);
    added.push(entry);
    return entry;
  };

  const nameParents = (own: DirectoryEntry, key: TerritoryKey, association: DirectoryEntry | null): void => {
    const above = parentKeysOf(key).map(findOrAdd);
    const named = association === null ? above : [association, ...above];
    for (const member of [own, ...named]) {
      for (const parent of named) {
        if (!isParent(member.kind, parent.kind) || !isNews(member, parent)) continue;
        const row = { memberId: member.id, parentId: parent.id, relation: parent.kind };
        parents.set(`${row.memberId} ${row.relation} ${row.parentId}`, row);
      }
    }
  };

  /** `16099000` is the Landkreis 16099 with eight digits, unless a register knows a municipality of that key. */
  const unpadded = (key: TableKey): TableKey => {
    const padded = key.kind === 'municipality' && key.key.endsWith('000') && !entries.has(nameOf(key));
    return padded ? { ...key, kind: 'district', key: key.key.slice(0, 5), association: null } : key;
  };

  return {
    place: (named) => {
      const key = unpadded(named);
      const own = findOrAdd(key);
      const association =
        key.association === null ? null : findOrAdd({ kind: 'association', key: key.association });
      nameParents(own, key, association);
      const districtKey = districtKeyOf(key);
      const above =
        ['country', 'state', 'region', 'district'].includes(own.canonicalKind) || districtKey === null;
      return {
        own,
        districtId: above ? own.canonicalId : findOrAdd({ kind: 'district', key: districtKey }).canonicalId,
        associationId: association?.canonicalId ?? null,
      };
    },
    added: () => added,
    namedParents: () => [...parents.values()],
  };
}

function nameOf({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return kind === 'country' ? COUNTRY_KEY : `${kind} ${key}`;
}

const PARENT_KINDS: Readonly<Record<string, readonly string[]>> = {
  municipality: ['association', 'district'],
  association: ['district'],
  part: ['district'],
  district: ['region', 'state', 'country'],
  region: ['state', 'country'],
  state: ['country'],
};

/** Registers show all parents; lists and crosswalks those above, and nothing of associations. */
function isNews(member: DirectoryEntry, parent: DirectoryEntry): boolean {
  return member.evidence === 'TABLE' || (member.evidence === 'LIST' && parent.kind === 'association');
}

function isParent(member: string, parent: string): boolean {
  return PARENT_KINDS[member]?.includes(parent) ?? false;
}
