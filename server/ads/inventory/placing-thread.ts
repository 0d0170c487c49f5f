import { parentPort } from "node:worker_threads";
import { answerCalls } from "../thread-calls.ts";
import { placingCalls } from "./placing-calls.ts";

if (parentPort) answerCalls(parentPort, placingCalls());
