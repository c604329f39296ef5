/**
 * How exact the figures of a table are. `roundedTo`: each is rounded on its own to multiples of this number (5 in the
 * statistic of asylum benefits since 2020). `perturbed`: the institute alters counts at random to protect persons (the cell-key
 * method of the Zensus 2022). Either way members do not add up to their total.
 */
export type Accuracy = { readonly roundedTo: number } | { readonly perturbed: true };
