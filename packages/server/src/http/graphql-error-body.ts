/** An answer in the form of GraphQL that holds one error, for requests that never became a query. */
export function graphqlErrorBody(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
