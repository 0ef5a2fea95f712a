export { createMail, type Letter, type Mail, type MailOptions, type MailResult } from "./mail.ts";
