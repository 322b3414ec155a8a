/** The command line: `khu serve`, `figures`, `figure`, `import`, `layer`, `survey`, `verify`, `backup`, `restore`; `--json` on each. */
import { Command, InvalidArgumentError } from "commander";
import { backupCommand, restoreCommand, verifyCommand } from "./commands/care.ts";
import { deadlineCommand } from "./commands/deadline.ts";
import { figureCommand, figuresCommand } from "./commands/figures.ts";
import { importCommand } from "./commands/import.ts";
import { layerCommand } from "./commands/layer.ts";
import { serve } from "./commands/serve.ts";
import { settingsCommand } from "./commands/settings.ts";
import { surveyCommand } from "./commands/survey.ts";
import { readVersion } from "./server.ts";

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("a whole number is needed");
  return value;
}

const program = new Command("khu")
  .description("Khu: the register of a province's industrial parks and clusters")
  .version(await readVersion())
  .option("--data <folder>", "the data folder (else KHU_DATA, else .khu)")
  .option("--sample", "work on the invented sample province, a register of its own")
  .option("--json", "answer in JSON");

program
  .command("serve")
  .description("serve the screens and the API")
  .option("--port <port>", "the port (else PORT, else 4180)", whole)
  .option("--host <host>", "another address than this machine's own; needs KHU_PUBLIC_URL with https")
  .option("--sample", "the invented sample province")
  .action((_options, command) => serve(command.optsWithGlobals()));

for (const one of [false, true]) {
  program
    .command(one ? "figure <id>" : "figures")
    .description(one ? "one figure with its records" : "all figures of a place on a day")
    .option("--place <place>", "code or id of a place")
    .option("--as-of <day>", "the day, YYYY-MM-DD")
    .option("--known-at <moment>", "as known then: a moment, a day or a commit")
    .option("--from <day>", "of a flow: the first day")
    .option("--to <day>", "of a flow: the last day")
    .option("--zone <zone>", "id or key of a zone")
    .option("--kind <kind>", "park or cluster")
    .option("--limit <n>", "records at most", whole)
    .option("--after <id>", "records after this one")
    .option("--lang <lang>", "vi or en", "vi")
    .option("--json", "answer in JSON")
    .action((...args) => {
      const command = args.at(-1);
      const words = command.optsWithGlobals();
      return one ? figureCommand(String(args[0]), words) : figuresCommand(words);
    });
}

program
  .command("import <file>")
  .description("preview a workbook; with --apply record it")
  .option("--apply", "record what the preview shows")
  .option("--key <key>", "the request key under which it is recorded")
  .option("--server <url>", "at a running server instead of the data folder")
  .option("--token <token>", "the access token for that server (better: KHU_TOKEN)")
  .option("--json", "answer in JSON")
  .action((file, _options, command) => importCommand(file, command.optsWithGlobals()));

program
  .command("layer <layer> <file>")
  .description(
    "preview a drawing of `communes` (outlines) or `roads` (lines); with --apply record it as a layer",
  )
  .option("--apply", "record what the preview shows, whole or not at all")
  .option("--title <title>", "what the source is called; needed")
  .option("--issuer <body>", "who gave it out")
  .option("--from <day>", "the day from which it holds, by which codes are read, YYYY-MM-DD; needed")
  .option("--crs <epsg>", "the coordinate system (else as the file says)")
  .option("--access <access>", "public or internal (else internal)")
  .option("--key <key>", "the request key under which it is recorded")
  .option("--lang <lang>", "vi or en", "vi")
  .option("--json", "answer in JSON")
  .action((layer, file, _options, command) => layerCommand(layer, file, command.optsWithGlobals()));

program
  .command("survey <file>")
  .description("area and place of the plots in a table of corner points; records nothing")
  .option("--crs <epsg>", "the coordinate system of the table, such as 9213; needed")
  .option("--plane <epsg>", "the plane of the province, in which areas count (else --crs, else the nearest)")
  .option("--accept-swap", "take X for Y and Y for X where they are found swapped")
  .option("--lang <lang>", "vi or en", "vi")
  .option("--json", "answer in JSON")
  .action((file, _options, command) => surveyCommand(file, command.optsWithGlobals()));

program
  .command("deadline")
  .description("the last day of a statutory time, and the days that count")
  .requiredOption("--from <day>", "the day of the event, YYYY-MM-DD")
  .requiredOption("--days <n>", "how many", whole)
  .option("--unit <unit>", "working, calendar, month or year", "working")
  .option("--first", "the day of the event is the first day")
  .option("--not-before", "a minimum wait instead of a limit")
  .option("--lang <lang>", "vi or en", "vi")
  .option("--json", "answer in JSON")
  .action((_options, command) => deadlineCommand(command.optsWithGlobals()));

program
  .command("settings [key] [value]")
  .description("by what figures are judged; with a key, a value and --why changes one")
  .option("--why <reason>", "why it is changed; it stands in the history")
  .option("--lang <lang>", "vi or en", "vi")
  .option("--json", "answer in JSON")
  .action((key, value, _options, command) => settingsCommand({ key, value }, command.optsWithGlobals()));

program
  .command("verify")
  .description("check every commit, file and derived row")
  .option("--head <hash>", "the published hash that the register must lead to")
  .option("--json", "answer in JSON")
  .action((_options, command) => verifyCommand(command.optsWithGlobals()));

program
  .command("backup <archive>")
  .description("write one portable archive, also while the server runs")
  .option("--json", "answer in JSON")
  .action((archive, _options, command) => backupCommand(archive, command.optsWithGlobals()));

program
  .command("restore <archive>")
  .description("restore an archive into an empty register")
  .option("--json", "answer in JSON")
  .action((archive, _options, command) => restoreCommand(archive, command.optsWithGlobals()));

await program.parseAsync();
