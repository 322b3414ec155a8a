/** Does something with the people at an organisation on the server, then asks for them anew. */
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";

/** `path`: what is asked anew afterwards. */
export function useDoing<Given>(
  act: (given: Given) => Promise<unknown>,
  path: string,
): UseMutationResult<unknown, Error, Given> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path) }),
  });
}

/** What was typed into a field of a form. */
export function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
}
