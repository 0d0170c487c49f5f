import type { SignText } from "./sign-zh-cn.ts";

export const signEn: SignText = {
  sign: {
    pageTitle: (name) => `${name}: who answers`,
    mapAlt: (name) => `Map of ${name}`,
    workers: "Grid workers",
    unknownTitle: "There is no such sign",
    unknown: (id) =>
      `“${id}” is none of this city's road sections and zones. The sign may have been replaced: scan the new one, or call 12345.`,
    failedTitle: "This page cannot be opened now",
    failedHint:
      "There is no connection, or the system is being serviced. Try again later, or call 12345.",
    callPhone: (phone) => `Call ${phone}`,
    callLine: "Call 12345",
    asOf: (day) => `As of ${day}`,
    report: "Report a problem here",
    reportTitle: "Report a problem",
    close: "Close",
    category: "Category",
    categoryHint: "Type a part of its name",
    categoryChange: "Change",
    noCategory: "No such category; try other words",
    description: "What is wrong",
    descriptionHint:
      "What and where, for example: rubbish at the east gate of the school for two days",
    where: "Where",
    whereSign: "At the section or zone of the sign",
    whereMe: "Where I stand",
    locating: "Locating…",
    located: (metres) => `Located, about ${metres} from the middle of it`,
    far: (metres) => `You are about ${metres} away: is it about this place?`,
    noLocation:
      "Your position is not available (not allowed, or not on this connection); the sign's own is taken",
    send: "Send",
    sending: "Sending…",
    resend: "Send again",
    kept: "It was not sent. What you wrote is kept on this phone.",
    keptRefused: (why) => `It was not accepted: ${why}`,
    doneTitle: "Received, thank you!",
    done: (id) => `Number ${id}`,
    doneCode: (code) => `Code ${code}`,
    doneHint:
      "Note both: they show you how far it is, and you are asked about it once it is closed.",
    progress: "Follow it",
    photos: "Photos of it",
    another: "Report another",
    loading: "Opening",
  },
};
