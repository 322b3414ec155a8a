import { appendFileSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MailServer, mailServer } from "../../../tests/mailServer.ts";
import { openJournal } from "./journal.ts";
import { createMailer } from "./mailer.ts";
import type { Letter } from "./messages.ts";

let folder: string;
let server: MailServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-mail-"));
  server = await mailServer({
    refuse: (to) => (to.startsWith("khong-co") ? { code: 550 } : to.startsWith("ban") ? { code: 450 } : null),
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function letter(of: Partial<Letter> = {}): Letter {
  return {
    ...{ id: uuidv7(), from: "Khu <khu@mau.example>", to: "can-bo@mau.example", subject: "Việc Mẫu", at: 0 },
    ...{ text: "Hồ sơ MAU-1, hạn 30/11/2026" },
    ...of,
  };
}

describe("handing mail over", () => {
  test("the same letter is sent once, also by another process after the first", async () => {
    const mail = letter();
    const first = createMailer({ folder, url: server.url });
    expect(await first.send(mail)).toEqual({ kind: "sent", id: mail.id, doubtful: false });
    expect(await first.send(mail)).toEqual({ kind: "sent", id: mail.id, doubtful: false });
    await first.close();
    const second = createMailer({ folder, url: server.url });
    expect(await second.send(mail)).toMatchObject({ kind: "sent" });
    await second.close();
    expect(server.received.filter((r) => r.id === mail.id)).toHaveLength(1);
    expect(server.received.find((r) => r.id === mail.id)?.text).toContain("Hồ sơ MAU-1, hạn 30/11/2026");
  });

  test("a process waits for the one before it, which still has a letter in hand", async () => {
    const slow = await mailServer({ slow: () => 1500 });
    const mail = letter();
    const before = createMailer({ folder, url: slow.url });
    const sending = before.send(mail);
    // Long enough to have it in hand.
    while (slow.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const after = createMailer({ folder, url: slow.url });
    const again = after.send(mail);
    void before.close();
    expect(await sending).toMatchObject({ kind: "sent" });
    expect(await again).toEqual({ kind: "sent", id: mail.id, doubtful: false });
    await after.close();
    expect(slow.received).toHaveLength(1);
    await slow.stop();
  });

  test("an address that is refused for good is never tried again, one that is busy is", async () => {
    const mailer = createMailer({ folder, url: server.url });
    expect(await mailer.send(letter({ to: "khong-co@mau.example" }))).toMatchObject({ kind: "never" });
    expect(await mailer.send(letter({ to: "ban@mau.example" }))).toMatchObject({ kind: "again" });
    expect(await mailer.send(letter())).toMatchObject({ kind: "sent" });
    await mailer.close();
  });

  test("a mail server that is not there is tried again", async () => {
    const mailer = createMailer({ folder, url: "smtp://127.0.0.1:1" });
    expect(await mailer.send(letter())).toMatchObject({ kind: "again" });
    await mailer.close();
  });

  test("where the machine died at the dot it is sent again, with the same Message-ID, and told to be doubtful", async () => {
    const mail = letter();
    appendFileSync(join(folder, "journal"), `dot ${mail.id}\nsen`);
    const mailer = createMailer({ folder, url: server.url });
    expect(await mailer.send(mail)).toEqual({ kind: "sent", id: mail.id, doubtful: true });
    await mailer.close();
    expect(server.received.filter((r) => r.id === mail.id)).toHaveLength(1);
    expect(readFileSync(join(folder, "journal"), "utf8")).toContain(`\nsent ${mail.id}\n`);
    const journal = openJournal(join(folder, "journal"));
    expect(journal.fateOf(mail.id)).toBe("sent");
    expect(journal.fateOf(uuidv7())).toBeNull();
    journal.close();
  });
});
