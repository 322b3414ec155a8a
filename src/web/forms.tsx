/** Small parts of forms: a field under its name, what was typed, doing something on the server. */
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
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

type Doing<Given, Answer> = Omit<UseMutationResult<Answer, Error, Given>, "mutate" | "mutateAsync"> & {
  /** `done` is called as soon as the server has answered, before anything is asked anew: what is typed meanwhile stays. */
  readonly mutate: (given: Given, done?: (answer: Answer) => void) => void;
};

/** Does something on the server; then everything asked under the paths is asked anew, and until then it is pending. */
export function useDoing<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  { stale }: { readonly stale: readonly string[] },
): Doing<Given, Answer> {
  const queries = useQueryClient();
  const then = useRef<(answer: Answer) => void>(undefined);
  const {
    mutate,
    mutateAsync: _,
    ...doing
  } = useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      then.current?.(answer);
      return queries.invalidateQueries({
        predicate: (query) => stale.some((path) => String(query.queryKey[0]).startsWith(path)),
      });
    },
  });
  return {
    ...doing,
    mutate: (given, done) => {
      then.current = done;
      mutate(given);
    },
  };
}
