// Why an engine cannot be used, and what to do.

import { failure, ReconcileKitError } from "../errors.js";
import { findJava, OLDEST_JAVA } from "./java.js";

/** Says why, in the form of every finding. */
export function unusable(code: string, message: string, help: string): ReconcileKitError {
  return new ReconcileKitError(failure(code, "", message, help));
}

/** There is no Java. */
export function javaMissing(): ReconcileKitError {
  const help = `install Java ${OLDEST_JAVA} or newer, or set JAVA_HOME, or use \`--engine quickjs\``;
  return unusable(
    "engine-java-missing",
    "the engine `graaljs` needs Java, and there is none",
    help,
  );
}

/** Java is there, and too old. */
export function javaTooOld(version: string): ReconcileKitError {
  const message = `the engine \`graaljs\` needs Java ${OLDEST_JAVA} or newer, and Java is ${version}`;
  const help = `install Java ${OLDEST_JAVA} or newer and set JAVA_HOME to it, or use \`--engine quickjs\``;
  return unusable("engine-java-too-old", message, help);
}

/** It was never installed. */
export function notInstalled(version: string): ReconcileKitError {
  const message = `the engine \`graaljs\` ${version} is not installed`;
  const help = `run \`reconcile-kit engine install graaljs --version ${version}\``;
  return unusable("engine-not-installed", message, help);
}

/** It is there and does not start. */
export function broken(version: string, reason: string): ReconcileKitError {
  const java = findJava();
  if (!java) return javaMissing();
  if (java.major < OLDEST_JAVA) return javaTooOld(java.version);
  const message = `the engine \`graaljs\` ${version} does not start: ${reason}`;
  const help = `install it again: \`reconcile-kit engine install graaljs --version ${version}\``;
  return unusable("engine-broken", message, help);
}

/** There is no Maven. */
export function mavenMissing(): ReconcileKitError {
  const message = "installing the engine `graaljs` needs Maven, and there is none";
  const help = "install Maven 3.6 or newer, so that `mvn` is found";
  return unusable("engine-maven-missing", message, help);
}

/** Maven did not come to its end. */
export function installFailed(version: string, reason: string): ReconcileKitError {
  const message = `Maven could not install the engine \`graaljs\` ${version}: ${reason}`;
  const help = "see whether Maven reaches its repository, and has a JDK and not only a JRE";
  return unusable("engine-install-failed", message, help);
}
