import type { AdLockProblem, ExtractProblem, PhotoProblem, ZoneProblem } from "../errors.ts";
import { caseWordsEn } from "./case-words-en.ts";
import { capabilities, roles, things, words } from "./en-words.ts";
import { detailText, type MessageCatalogue } from "./message-catalogue.ts";
import { clip, sizeText } from "./printable.ts";

const zoneProblemTexts: Readonly<Record<ZoneProblem, string>> = {
  "too-early": "borders were changed later than that day already",
  "named-twice": "the id comes twice",
  "used-before": "the id was another zone's; choose one that was never used",
  "bad-position": "positions are longitude, latitude",
  "too-few-corners": "a border has three different corners at least",
  "no-area": "there is no area",
  "self-intersection": "the border crosses itself",
  "hole-outside": "a hole lies outside",
  "rings-nested": "rings lie in one another",
  "parent-gone": "the zone that it belongs to would be no more",
  "parent-level": "the zone that it belongs to is of no coarser level",
};

const photoProblemTexts: Readonly<Record<PhotoProblem, (detail: string) => string>> = {
  empty: () => "No picture came; choose the photo again",
  kind: (seems) =>
    `Photos are taken as JPEG, PNG or WebP${seems === "" ? "" : `; this is ${seems}`}. Choose another, or set the camera to “Most compatible”`,
  damaged: () => "The photo is damaged or incomplete; take or send it again",
  pixels: (size) => `The photo is too large (${size} pixels); 60 million pixels at most`,
  slow: () => "The photo took too long to arrive or to be read; try again, or make it smaller",
};

const extractTexts: Readonly<Record<ExtractProblem, (detail: string) => string>> = {
  truncated: () => "the file ends here, its download seems incomplete; fetch or export it again",
  "not-well-formed": (detail) =>
    `this is no well-formed XML${detail === "" ? "" : ` (${detail})`}; export it again, unedited`,
  "other-root": (detail) =>
    `the root is <${detail}>, expected <osm> or <graphml>; fetch the data, not a list of changes`,
  damaged: () => "this block is damaged; fetch or export the file again",
  compression: (detail) =>
    `this block is packed by ${detail}, which cannot be unpacked here; rewrite it with osmium cat`,
  history: () => "this is a file of past versions; take the present out with osmium time-filter",
  projected: (detail) =>
    `coordinates are ${detail}, expected degrees (EPSG:4326); export before projecting`,
  unfinished: (detail) =>
    `the server stopped half-way (${detail}), so data are missing; fetch a smaller area`,
  elsewhere: (detail) =>
    `no node lies in the bounds of the zones, the file holds ${detail}; is it another city's`,
  "no-road": (detail) =>
    `none of ${detail} lines is a road (highway); extract by highway and keep the nodes`,
};

const adLockTexts: Readonly<Record<AdLockProblem, string>> = {
  unknown: "is not among the sites of this city; check its id",
  "both-ways": "is both to be there and not to be; keep one of them",
  blocked: "may not be used by the rules, so it cannot be one that must be there",
};

export const refusals: MessageCatalogue["refusals"] = {
  "unknown-parameter": ({ name, allowed }) =>
    `Unknown parameter ${clip(name)}. Use one of: ${allowed.join(", ")}.`,
  "repeated-parameter": ({ name }) =>
    `Parameter ${clip(name)} is given twice. Give it once, several values with commas.`,
  "bad-parameter": ({ name, value, expected }) =>
    `Parameter ${clip(name)}: "${clip(value)}" is not ${detailText(words, expected)}.`,
  "unknown-category": ({ name, value, nearest }) =>
    `Parameter ${clip(name)}: category "${clip(value)}" is not in the tree.${nearText(nearest)}`,
  "unknown-value": ({ name, value, nearest }) =>
    `Parameter ${clip(name)}: there is no "${clip(value)}".${nearText(nearest)}`,
  "bad-body": ({ path, problem }) => `Body: ${clip(path) || "content"} ${clip(problem, 200)}`,
  "body-not-json": ({ problem }) => `The body is not valid JSON: ${clip(problem, 200)}`,
  "not-found": ({ what, id }) => `There is no ${things[what] ?? clip(what)} ${clip(id)}.`,
  "unknown-report": () => "The number or the code is not right. Check them and try again.",
  "answer-closed": ({ why, days }) =>
    ({
      "not-closed": "This report is not closed yet; you are asked once it is.",
      "too-late": `It is too late: answers are taken for ${days} days after the closing.`,
      "not-asked": "Nobody of the public made this report, so no answer is asked for.",
    })[why],
  "no-such-route": ({ path }) => `There is no ${clip(path)}. What there is: /api/docs.`,
  "time-in-future": ({ name, value }) => `${clip(name)} ${clip(value)} is in the future.`,
  "closed-before-reported": ({ closedAt, reportedAt }) =>
    `Closed ${clip(closedAt)}, before it was reported ${clip(reportedAt)}.`,
  "wrong-state": ({ action, state }) => `Cannot ${clip(action)} while ${clip(state)}.`,
  "case-state": ({ act, why }) => `${caseWordsEn.acts[act]}: ${caseWordsEn.refusals[why]}`,
  "case-barred": ({ act, why }) => `${caseWordsEn.acts[act]}: ${caseWordsEn.refusals[why]}`,
  "case-input": ({ act, why }) => `${caseWordsEn.acts[act]}: ${caseWordsEn.refusals[why]}`,
  "zone-findings": ({ count }) =>
    `The change would bring ${count} new gaps, overlaps or pieces outside their parent; ` +
    "nothing is saved. Mend them, or accept them.",
  "bad-zone-change": ({ id, problem, detail }) =>
    `Zone ${clip(id)}: ${zoneProblemTexts[problem]}${detail === "" ? "" : ` (${clip(detail)})`}.`,
  "stale-version": ({ sent, current }) =>
    `Somebody else changed it (sent ${clip(sent)}, current ${current}). Load it again.`,
  "version-required": ({ current }) =>
    `A change needs If-Match with the version, now ${current}. Load it again.`,
  "reused-client-id": ({ clientId }) =>
    `clientId "${clip(clientId)}" belongs to a report with other content. Use a new one.`,
  "position-off-map": ({ lng, lat }) => `${lng},${lat} is not in this city. Pick another position.`,
  "body-too-large": ({ limitBytes }) =>
    `The body is too large, the limit is ${sizeText(limitBytes)}.`,
  "too-many-pages": ({ pages, most }) =>
    `That is ${pages} pages, at most ${most} at a time: choose one class of road or a smaller zone`,
  "bad-photo": ({ problem, detail }) => photoProblemTexts[problem](clip(detail)),
  "unknown-photo": ({ file }) =>
    `Photo ${clip(file)} was never uploaded, or more than a day ago; upload it again`,
  "photos-busy": () => "Many photos are being read; try again in a moment",
  "no-ad-rules": ({ isFileThere }) =>
    isFileThere
      ? "The rules for ads (ad-rules.json) cannot be read, so nothing can be planned; check the file."
      : "This city has no rules for ads (ad-rules.json), so nothing can be planned; add them first.",
  "bad-ad-lock": ({ site, problem, detail }) =>
    `Site ${clip(site)} ${adLockTexts[problem]}${detail === "" ? "" : ` (${clip(detail)})`}.`,
  "ad-plans-busy": ({ most }) =>
    `${most} plans are waiting already; wait for them, or cancel those nobody needs.`,
  "ad-plan-not-done": () => "This plan is not done. Wait until it is, or take another one.",
  "version-taken": ({ version }) =>
    `There is a version ${version} of the rules already; give the new ones another name.`,
  "ad-plan-failed": ({ seconds }) =>
    `The plan was not found (limit ${seconds} s). Try a smaller area or fewer fixed sites, or ask your administrator.`,
  "ad-plan-rejected": ({ faults }) =>
    `The plan did not pass the independent check and is not used: ${faults.map((fault) => clip(fault, 80)).join("; ")}.`,
  "unsupported-media-type": ({ sent, expected }) =>
    `Media type "${clip(sent)}" is not supported, send ${expected}.`,
  "cross-site": ({ origin }) =>
    `Changes from other sites (${clip(origin)}) are refused; use this page.`,
  unauthorized: ({ isExpired }) =>
    isExpired ? "The session is no longer valid; sign in again." : "Sign in first.",
  "api-key": ({ isInvalid }) =>
    isInvalid
      ? "The api_key is not valid (any more)"
      : "An api_key is missing; ask an administrator for one",
  "wrong-sign-in": () => "The name or the password is not right.",
  "wrong-password": () => "The current password is not right.",
  "no-password": () => "This account has no password; an administrator can set one.",
  "password-length": ({ min, max }) => `A password has ${min} to ${max} characters.`,
  "account-name": ({ account }) =>
    `"${clip(account)}" cannot be a name: 2 to 40 letters, figures, dots, dashes or underscores, a letter or figure first.`,
  "account-taken": ({ account }) => `There is an account "${clip(account)}" already.`,
  "account-kept": ({ account, why }) =>
    why === "own"
      ? `Your own account "${clip(account)}" cannot be removed, nor its role changed.`
      : `"${clip(account)}" is the last administrator and stays.`,
  "not-allowed": ({ role, capability }) =>
    `This account (role: ${roles[role]}) may not ${capabilities[capability]}; ask an administrator.`,
  "sign-on-taken": ({ name }) => `The sign-on name ${clip(name)} leads to another account already.`,
  "wrong-wall-token": () =>
    "This wall's token is not valid, or was withdrawn; ask an administrator for another one.",
  "no-browser": () =>
    "The server has no browser to take pictures with, and no wall watches; open a wall, or install chromium on the server and start it again.",
  "no-wall-picture": () => "No wall handed in a picture; see that one is shown, and try again.",
  "not-a-wall": ({ account }) => `${clip(account)} is no wall's account; take another name.`,
  "too-many-tries": ({ minutes }) => `Too many tries; try again in ${minutes} minutes.`,
  "read-only": ({ detail }) =>
    `Nothing can be saved now (${clip(detail, 200)}); reading goes on. Have disk space and rights looked at.`,
  "not-ready": ({ detail }) => `Not ready yet: ${clip(detail, 200)}. Try again soon.`,
  "state-in-use": ({ folder, pid }) =>
    `${folder} is in use by process ${pid}. Stop it, or set STATE_DIR to another folder.`,
  "not-empty": ({ what }) =>
    `The target holds data already (${clip(what)}); nothing was changed. Take an empty folder or database.`,
  "copy-differs": ({ table }) =>
    `Table ${clip(table)} is not the same on both sides; the target was left as it was. ` +
    "Start the source once with this version of the program, then copy again.",
  "bad-backup": ({ file, problem }) =>
    `Backup ${clip(file)} cannot be used: ${clip(problem, 200)}.`,
  "unreadable-file": ({ file, seems }) => `Cannot read ${file}: ${detailText(words, seems)}.`,
  "bad-extract": ({ file, at, problem, detail }) =>
    `Cannot read ${clip(file)}: ${at === "" ? "" : `${clip(at)}: `}${extractTexts[problem](clip(detail))}.`,
  "column-missing": ({ file, field, column, columns }) =>
    `${clip(file)} has no column "${clip(column)}", which ${clip(field)} needs. ` +
    `Its columns: ${clip(columns.join(", "), 300)}.`,
  "bad-mapping": ({ file, path, problem }) =>
    `Mapping ${clip(file)}: ${clip(path) || "content"} ${clip(problem, 200)}`,
  "sign-on-settings": ({ missing }) =>
    `The settings of the sign-on are not complete: ${missing.join(", ")} missing. Give all, or none that begins with OIDC_.`,
  usage: ({ command, problem }) => `${command}: ${clip(problem, 300)}`,
  internal: ({ requestId }) => `Internal error, logged as request ${requestId}.`,
};

function nearText(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : ` Near it: ${nearest.join(", ")}.`;
}
