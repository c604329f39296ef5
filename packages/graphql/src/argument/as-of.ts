/** Which state of the data is read: a data version, an ISO moment or day as the scalar `AsOf` checked it, or the latest (null). */
export type AsOf = number | string | null;
