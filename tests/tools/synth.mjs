// Run the CDK apps in the folders that are named, all in one process; each leaves its template in `cdk.out`.
// usage: node --import tsx synth.mjs FOLDER...
import { join } from "node:path";
import { pathToFileURL } from "node:url";

for (const folder of process.argv.slice(2)) {
  process.chdir(folder);
  process.env.CDK_OUTDIR = join(folder, "cdk.out");
  await import(pathToFileURL(join(folder, "app.ts")).href);
}
