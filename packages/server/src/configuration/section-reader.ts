/**
 * Says what is wrong with a value in a section of the configuration, and what to write instead. The path leads from the section to the
 * value: `['issuers', 0, 'audience']`; of a value that is missing the place is that of what it is missing in.
 */
export type Refuse = (path: readonly (string | number)[], message: string) => void;

/**
 * Reads one section of the configuration, which is `undefined` where it was left out: then nothing is configured in it. All that is
 * wrong is refused at once, and the value that is answered then is used by nobody.
 */
export type SectionReader<Section> = (value: unknown, refuse: Refuse) => Section;
