/** Establishing and expanding a cluster. */
import type { Procedure } from "../vocabulary.ts";
import { clusterVersions } from "./clusterVersions.ts";

export const clusterEstablishment: Procedure = {
  ...{ key: "clusterEstablishment", about: "zone", pin: "underAppraisal", note: null },
  title: { vi: "Thành lập cụm công nghiệp", en: "Establishment of a cluster" },
  versions: clusterVersions({
    yields: { vi: "Quyết định thành lập cụm công nghiệp", en: "Decision that establishes the cluster" },
    councilOptional: false,
  }),
};

export const clusterExpansion: Procedure = {
  ...{ key: "clusterExpansion", about: "zone", pin: "underAppraisal", note: null },
  title: { vi: "Mở rộng cụm công nghiệp", en: "Expansion of a cluster" },
  versions: clusterVersions({
    yields: { vi: "Quyết định mở rộng cụm công nghiệp", en: "Decision that expands the cluster" },
    councilOptional: true,
  }),
};
