/** Passwords that are tried first: some 50,000, from the package that zxcvbn uses. */

let known: Promise<ReadonlySet<string>> | null = null;

/** Answers for lower-case text whether it is a common password. Read at the first need: a quarter of a second. */
export async function commonPasswords(): Promise<(text: string) => boolean> {
  known ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"]),
  );
  const words = await known;
  return (text) => words.has(text);
}
