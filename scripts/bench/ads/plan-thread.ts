import { parentPort } from "node:worker_threads";
import { answerCalls } from "../../../server/ads/thread-calls.ts";
import { planCalls } from "./plan-calls.ts";

if (parentPort) answerCalls(parentPort, planCalls());
