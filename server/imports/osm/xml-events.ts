import { SaxesParser, type SaxesTagPlain } from "saxes";
import { DomainError } from "../../../domain/errors.ts";
import { rawChunks } from "../raw-chunks.ts";
import type { SniffedFile } from "../sniff-file.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** Names come without namespace prefix. */
export type XmlListener = {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text?(text: string): void;
};

type File = Pick<SniffedFile<string>, "path" | "name" | "isGzip" | "byteLength">;

/** Characters without a tag in between; the longest line of a street has some 100,000. */
const TEXT_MAX = 4 * 1_048_576;

/**
 * Runs through an XML file of any size and pauses after every piece of it. Throws a `bad-extract`
 * refusal that names the line and the element where the file ends too early or is no XML.
 */
export async function* xmlEvents(file: File, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  let depth = 0;
  /** The last element with an id, else the last. */
  let last = "XML";
  let sinceTag = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    sinceTag = 0;
    depth++;
    const { id } = attributes;
    if (id !== undefined) last = `<${localName(name)} id="${id}">`;
    else if (!last.includes("id=")) last = `<${localName(name)}>`;
    listener.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    sinceTag = 0;
    depth--;
    listener.close(localName(name));
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  const where = () => `${last} @ ${parser.line}:${parser.column}`;
  const refuse = (problem: "truncated" | "not-well-formed", detail: string) =>
    new DomainError("bad-extract", { file: file.name, at: where(), problem, detail });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of rawChunks(file)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    sinceTag += chunk.length;
    try {
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw refuse("not-well-formed", messageOf(error));
    }
    if (sinceTag > TEXT_MAX) throw refuse("not-well-formed", `> ${TEXT_MAX}`);
    yield;
  }
  if (depth > 0) throw refuse("truncated", "");
  try {
    parser.close();
  } catch (error) {
    throw refuse("truncated", messageOf(error));
  }
}

/** Without the position, which is said apart. */
function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replace(/^\d+:\d+:\s*/, "");
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
