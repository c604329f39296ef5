/** Where a plug-in and the readers say what a person should know while a file is read. */
export type Log = { readonly info: (message: string) => void; readonly warn: (message: string) => void };
