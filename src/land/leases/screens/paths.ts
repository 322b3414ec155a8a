/** Where the screens of leases stand. */

/** Where a lease has its page. */
export function leasePath({
  id,
  key,
}: {
  readonly id: string;
  readonly key?: string | null | undefined;
}): string {
  return `/leases/${encodeURIComponent(key ?? id)}`;
}
