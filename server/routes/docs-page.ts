/** A readable page made from the OpenAPI document: no script, nothing from elsewhere. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => operationSection(method, path, operation)),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.info.title)}</title>
<style>
body{font:15px/1.6 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#18212f;max-width:960px;margin:32px auto;padding:0 20px}
h2{font-size:17px;margin:28px 0 4px;border-top:1px solid #dfe4ec;padding-top:16px}
code{font-family:ui-monospace,Consolas,monospace;font-size:13px;background:#eef1f5;padding:1px 5px;border-radius:4px}
table{border-collapse:collapse;margin:8px 0}td{padding:3px 14px 3px 0;vertical-align:top}
.m{display:inline-block;min-width:52px;color:#1b5fb8;font-weight:700}
</style>
<h1>${escapeHtml(document.info.title)} ${escapeHtml(document.info.version)}</h1>
<p>${escapeHtml(document.info.description ?? "")}</p>
<p>Machine readable: <a href="/api/openapi.json">/api/openapi.json</a></p>
${operations.join("\n")}
</html>`;
}

export type OpenApiDocument = {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

type Operation = {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly schema?: { readonly description?: string };
    readonly required?: boolean;
  }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
};

function operationSection(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    (parameter) =>
      `<tr><td><code>${escapeHtml(parameter.name)}</code></td><td>${escapeHtml(parameter.in)}${
        parameter.required ? ", required" : ""
      }</td><td>${escapeHtml(parameter.description ?? parameter.schema?.description ?? "")}</td></tr>`,
  );
  const answers = Object.entries(operation.responses ?? {}).map(
    ([status, { description }]) =>
      `<tr><td><code>${escapeHtml(status)}</code></td><td colspan="2">${escapeHtml(description ?? "")}</td></tr>`,
  );
  return `<h2><span class="m">${escapeHtml(method.toUpperCase())}</span> <code>${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary ?? "")}</p>
${operation.description ? `<p>${escapeHtml(operation.description)}</p>` : ""}
<table>${parameters.join("")}${answers.join("")}</table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
