/** What the screen of differences of rent says. */
import type { Messages } from "../../../web/language.tsx";

export const DIFFERENCE_WORDS = {
  title: { vi: "Tiền thuê đã tính khác hợp đồng", en: "Rent charged otherwise than the contract says" },
  lead: {
    vi: "Tiền thuê tính lại từ hợp đồng cho từng kỳ, đến hết năm đang xem, đặt cạnh số đã tính. Lệch là số đã tính trừ số phải trả. Nội bộ, không hiện ra ngoài.",
    en: "Rent computed anew from the contract for every period, to the end of the year, beside what was charged. The difference is what was charged minus what is due. Internal, not shown outside.",
  },
  compared: {
    vi: "kỳ có đủ số phải trả và số đã tính để so.",
    en: "periods of which both what is due and what was charged are known.",
  },
  nothingCompared: {
    vi: "Chưa có kỳ nào vừa có số phải trả vừa có số đã tính. Ghi số đã tính ở trang của từng hợp đồng.",
    en: "No period has both what is due and what was charged. What was charged is recorded from the page of each lease.",
  },
  none: { vi: "Không kỳ nào lệch.", en: "No period differs." },
} as const satisfies Messages;
