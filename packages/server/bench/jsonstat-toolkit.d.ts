/** The part of the library that the benchmark calls; it brings no types. */
declare module 'jsonstat-toolkit' {
  const JSONstat: (dataset: unknown) => {
    readonly toTable: (options: { readonly type: 'array' }) => readonly (readonly unknown[])[];
  };

  export { JSONstat as default };
}
