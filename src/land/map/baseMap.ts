/**
 * The base map under the zones. There is none unless an administrator names its address and confirms, in words, that it
 * shows the country as it is. Who confirmed it and when is an adoption of the register. Pure.
 */
import { z } from "zod";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { type BaseMap, CONFIRMATION, type NewBaseMap } from "./vocabulary.ts";

/** What an adoption of a base map is called in the register; its version counts the changes, its note holds the rest. */
export const BASE_MAP = "baseMap";

const kept = z.object({
  url: z.string().nullable(),
  attribution: z.string(),
  confirmation: z.string(),
});

const NO_MAP = { url: null, attribution: "", confirmation: "" };

/** The note of an adoption. */
export function noteOf({ url, attribution, confirmation }: NewBaseMap): string {
  return JSON.stringify({ url, attribution: tidy(attribution), confirmation: tidy(confirmation) });
}

/** The base map that an adoption took into use; null: none since then. */
export function baseMapOf(note: string | null): Pick<BaseMap, "url" | "attribution"> | null {
  if (note === null) return null;
  const { url, attribution } = kept.parse(JSON.parse(note));
  return url === null ? null : { url, attribution };
}

/** What an adoption tells people: the address with the words by which it was confirmed, or that there is none any more. */
export function baseMapTold(note: string | null): Sentence {
  const { url, confirmation } = kept.parse(JSON.parse(note ?? "null") ?? NO_MAP);
  if (url === null) return { vi: "Thôi dùng bản đồ nền", en: "Stopped using the base map" };
  return { vi: `Bản đồ nền: ${url} (“${confirmation}”)`, en: `Base map: ${url} (“${confirmation}”)` };
}

/** The server that a template of tiles asks; null where it is no such template. */
export function originOf(template: string): string | null {
  const named = ["{z}", "{x}", "{y}"].every((part) => template.includes(part));
  const url = URL.canParse(template) ? new URL(template) : null;
  if (!named || url === null || url.username !== "" || url.password !== "") return null;
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  // What stands here goes into a header of every page.
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(url.origin) ? url.origin : null;
}

const spoken = (text: string) => tidy(text).toLowerCase().replace(/\.$/, "");

/** Why a base map is not taken into use; null: it is. Taking one away needs no confirmation. */
export function baseMapProblem({ url, confirmation }: NewBaseMap): Problem | null {
  if (url === null) return null;
  if (originOf(url) === null) {
    return {
      code: "baseMap.address",
      status: 422,
      field: "url",
      message: {
        vi: "Địa chỉ phải là https://… có {z}, {x}, {y}, không kèm tên đăng nhập.",
        en: "The address must be https://… with {z}, {x}, {y} and no sign-in name.",
      },
      remedy: {
        vi: "Ví dụ: https://bando.example.vn/{z}/{x}/{y}.png",
        en: "For example: https://bando.example.vn/{z}/{x}/{y}.png",
      },
    };
  }
  const confirmed = Object.values(CONFIRMATION).some((words) => spoken(words) === spoken(confirmation));
  if (confirmed) return null;
  return {
    code: "baseMap.unconfirmed",
    status: 422,
    field: "confirmation",
    message: {
      vi: "Bản đồ nền chỉ được dùng khi người quản trị xác nhận bằng lời rằng nó thể hiện đúng chủ quyền.",
      en: "A base map is used only once an administrator has confirmed in words how it shows the country.",
    },
    remedy: {
      vi: `Xem bản đồ đó, rồi gõ đúng câu: “${CONFIRMATION.vi}”.`,
      en: `Look at that map, then type exactly: “${CONFIRMATION.en}”.`,
    },
  };
}
