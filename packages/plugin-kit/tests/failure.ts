/** The message of what fails, without the folders of its files. */
export async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error.message.replace(/\S*\/(?=[^/\s]+\.\w+)/g, '');
  }
  return 'nothing failed';
}
