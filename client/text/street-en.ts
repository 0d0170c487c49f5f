import type { StreetText } from "./street-zh-cn.ts";

export const streetEn: StreetText = {
  street: {
    toMap: "Back to the map",
    signIn: "Sign in",
    place: "Where",
    locate: "Where I am now",
    locateAgain: "Locate again",
    onMap: "Choose on the map",
    hideMap: "Close the map",
    loadingMap: "Loading the map",
    locating: "Locating…",
    located: (metres) => `Located, within about ${metres}`,
    picked: "Chosen on the map",
    outside: "This is outside the city. Choose another spot.",
    submitting: "Sending…",
    heldNot:
      "This phone cannot keep it (no room, or a private window), and it was not sent. Keep this page open and try again.",
    queue: (count) => `${count} waiting to be sent`,
    queueSending: "Sending…",
    queuePause: {
      unreachable: "No connection, or the system is busy; it is sent when there is one.",
      "too-many": "Too many at a time; it is sent a little later.",
      "signed-out": "You are signed out. Sign in to send it.",
    },
    queueOther: (account) => `Written by ${account}; sign in as that account to send it.`,
    queueRefused: (why) => `Not taken: ${why}`,
    queuePhotos: (count) => `${count} ${count === 1 ? "photo" : "photos"}`,
    retry: "Send again",
    edit: "Change it",
    editSure: "What you are writing is replaced. Go on?",
    drop: "Delete",
    dropSure: "Delete it? It cannot be brought back.",
  },
};
