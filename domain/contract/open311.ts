import { z } from "zod";

/** Names and values are those of GeoReport v2, not ours. */
const Text = z.string().nullable();
/** ISO 8601 with an offset, as the W3C note has it: no weeks, no days of the year. */
const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/)
  .meta({ format: "date-time" });

export const Open311Service = z.strictObject({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.enum(["realtime", "batch", "blackbox"]),
  keywords: z.string(),
  group: z.string(),
});
export type Open311Service = z.infer<typeof Open311Service>;

export const Open311Services = z.array(Open311Service);

export const Open311ServiceDefinition = z.strictObject({
  service_code: z.string(),
  attributes: z.array(z.never()),
});
export type Open311ServiceDefinition = z.infer<typeof Open311ServiceDefinition>;

export const Open311Request = z.strictObject({
  service_request_id: z.string(),
  status: z.enum(["open", "closed"]),
  status_notes: Text,
  service_name: z.string(),
  service_code: z.string(),
  description: Text,
  agency_responsible: Text,
  service_notice: Text,
  requested_datetime: Instant,
  updated_datetime: Instant,
  expected_datetime: Instant.nullable(),
  address: Text,
  address_id: Text,
  zipcode: Text,
  lat: z.number().min(-90).max(90).nullable(),
  long: z.number().min(-180).max(180).nullable(),
  media_url: z.url().nullable(),
});
export type Open311Request = z.infer<typeof Open311Request>;

export const Open311Requests = z.array(Open311Request);

export const Open311Made = z.strictObject({
  service_request_id: z.string(),
  service_notice: Text,
  account_id: Text,
});
export type Open311Made = z.infer<typeof Open311Made>;

export const Open311MadeList = z.array(Open311Made).length(1);

export const Open311Token = z.strictObject({ service_request_id: z.string(), token: z.string() });
export type Open311Token = z.infer<typeof Open311Token>;

/** The file that says where the door is and what it speaks. */
export const Open311Discovery = z.strictObject({
  changeset: z.string(),
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.strictObject({
      specification: z.string(),
      url: z.url(),
      changeset: z.string(),
      type: z.enum(["production", "test"]),
      formats: z.array(z.enum(["text/xml", "application/json"])),
    }),
  ),
});
export type Open311Discovery = z.infer<typeof Open311Discovery>;

export const Open311Errors = z
  .array(z.strictObject({ code: z.number().int(), description: z.string().min(1) }))
  .min(1);
export type Open311Errors = z.infer<typeof Open311Errors>;
