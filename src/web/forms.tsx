/** Small parts of forms: a field under its name, what was typed, doing something on the server. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Sentence } from "../kernel/problems.ts";
import { useSay } from "./language.tsx";
import "./forms.css";

/** What was typed into a field of a form. */
export function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}

type FieldProps = {
  readonly label: Sentence;
  readonly hint?: Sentence;
  readonly children: ReactNode;
};

/** A field under its name. */
export function Field({ label, hint, children }: FieldProps) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label>
      <span>{say(label)}</span>
      {children}
      {hint !== undefined && <small>{say(hint)}</small>}
    </label>
  );
}

/** Does something on the server; then everything asked under the paths is asked anew. */
export function useDoing<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  { stale }: { readonly stale: readonly string[] },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: (query) => stale.some((path) => String(query.queryKey[0]).startsWith(path)),
      }),
  });
}
