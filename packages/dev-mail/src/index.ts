export {
  startMailServer,
  type MailServer,
  type ReceivedMail,
  type SmtpRefusal,
  type SmtpRules,
} from './mail-server.js';
