/** The overview's title: the place and its name of the time. */
import { PageHead } from "../../web/page.tsx";
import { usePlace } from "./place.ts";

/** The place as heading, the page’s own name until it is known. */
export function PageTitle({ title }: { readonly title: string }) {
  const place = usePlace().data;
  return <PageHead title={place?.name ?? title} />;
}
