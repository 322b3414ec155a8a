/** Who may do something with what stands on a ground of its own. Pure. */
import { done, type Outcome } from "../kernel/problems.ts";
import { notFound } from "../platform/http/server.ts";
import { type Action, type Asker, may, permit, type Where } from "./permissions.ts";

/**
 * The ground, for who may do one of the actions there. 404 where there is none; who may do the first of them nowhere is
 * refused alike whether there is one or not, and so is not told.
 */
export function permittedOn<G extends { readonly where: Where }>(
  asker: Asker,
  of: { readonly what: string; readonly id: string; readonly ground: G | null },
  ...actions: readonly [Action, ...Action[]]
): Outcome<G> {
  const { what, id, ground } = of;
  if (ground !== null && actions.some((action) => may(asker, action, { where: ground.where }).ok)) {
    return done(ground);
  }
  const refusal = permit(asker, actions[0], ground === null ? {} : { where: ground.where });
  const somewhere = refusal.ok || refusal.problems[0].code === "right.elsewhere";
  if (ground === null && somewhere) return notFound(what, id);
  return refusal.ok ? notFound(what, id) : refusal;
}
