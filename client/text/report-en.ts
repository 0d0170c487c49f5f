import type { ReportText } from "./report-zh-cn.ts";

export const reportEn: ReportText = {
  report: {
    titlePublic: "Report a problem",
    titleOwn: "Report a problem",
    leadPublic:
      "Take a photo and say where and what it is. You get a number and a code to follow it by; no account is needed.",
    leadOwn: (name) => `Reported by ${name}`,
    photos: "Photos of it",
    category: "Category",
    categoryHint: "Name, code or initials",
    categoryChange: "Change",
    categoryRecent: "Used last",
    categoryClasses: "By class",
    categoryFound: "Found",
    noCategory: "No such category; try other words, or look by class.",
    mapLabel: "Tap the map where the problem is",
    mapHint: "Zoom in and tap the spot.",
    noPosition:
      "Your position is not available. Allow it in the settings, choose on the map, or give an address.",
    noSecure: "This connection allows no position. Choose on the map, or give an address.",
    rough: (metres) =>
      `The position is only good to ${metres}, more than 200 m, and was not taken. Try again outdoors, or choose on the map.`,
    near: (words) => `At ${words}`,
    address: "Address or landmark",
    addressHint: "Such as: in front of 12 Renmin Road",
    description: "What is wrong",
    descriptionHint: "What it is and how bad, such as: rubbish for two days, it smells",
    descriptionLeft: (count) => `${count} characters left`,
    source: "Source",
    submit: "Send",
    needed: {
      category: "Choose a category",
      place: "Locate it, choose it on the map, or give an address",
      photos: "The photos are being prepared",
    },
    similar: (count, metres) =>
      `${count} of the same kind within ${metres} ${count === 1 ? "is" : "are"} being handled. Is it this one?`,
    similarNearest: (category, days, metres) =>
      `${category}, reported ${days === 0 ? "today" : `${days} days ago`}, ${metres === null ? "right here" : `about ${metres} away`}`,
    same: "It is the same",
    notSame: "No, go on",
    sameTitle: "Reported already, and being handled",
    samePublic:
      "Thank you. It is being handled and need not be sent again; if it is still there in some days, report it once more.",
    sameOwn: "Nothing was added. Open the report to see how far it is.",
    open: "Open",
    doneTitle: "Received",
    donePublic:
      "Keep number and code to follow it by; once it is closed you are asked what you think of it.",
    doneOwn: "It is on its way.",
    number: "Number",
    code: "Code",
    progress: "Follow it",
    qr: "QR code of the page to follow it",
    qrHint: "Keep a picture of it, or scan it with another phone",
    copy: "Copy the link",
    copied: "Copied",
    another: "Report another",
    anotherOwn: "Report another",
    heldTitle: "Kept on this phone, waiting to be sent",
    held: "There is no connection. It is sent when this page is open and there is one; then its number is shown.",
    heldSending: "It is kept on this phone and being sent.",
    sent: "Sent from this phone",
    sentForget: "Clear",
    sentForgetSure: "Clear the list? Keep the numbers and codes first.",
    metres: (metres) =>
      metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`,
    trackOther: "Follow a report",
    callLine: "In an emergency call 12345",
  },
};
