/** What other folders may use of reminders. */
export { type MailWords, reminderRoutes } from "./routes.ts";
export { type ReminderDeps, startReminding } from "./sending.ts";
