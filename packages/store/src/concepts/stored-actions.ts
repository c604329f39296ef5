type WithActions<Action> = {
  readonly fields: readonly {
    readonly goals: readonly { readonly actions: readonly Action[] }[];
  }[];
};

/** All actions of a version, in its order. */
export function storedActions<Action>({ fields }: WithActions<Action>): readonly Action[] {
  return fields.flatMap(({ goals }) => goals.flatMap(({ actions }) => actions));
}
