#!/usr/bin/env python3
"""Main text: Readability.js and Trafilatura against `fraud extract`, on the public article benchmark, with its own scorer.

  git clone https://github.com/scrapinghub/article-extraction-benchmark BENCH
  mkdir NODE && cd NODE && npm init -y && npm install @mozilla/readability jsdom
  pip install trafilatura            (without it the output of 2.0.0 that the benchmark ships is scored)
  tests/Fraud.Benchmarks/peers/extraction.py --fraud artifacts/bin/Fraud/release/fraud --bench BENCH --node NODE

Prints a table with F1, precision and recall over four-word runs, each with its bootstrap deviation, and pages per second (one process, start-up included).
None of the benchmark's sites is in the training data of `fraud`.
"""
import argparse, gzip, importlib.util, json, random, subprocess, sys, tempfile, time
from pathlib import Path

READABILITY = """
const { Readability } = require('@mozilla/readability'), { JSDOM, VirtualConsole } = require('jsdom'), fs = require('fs');
for (const line of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
  const { id, file, url } = JSON.parse(line);
  let text = '';
  try { const page = new JSDOM(fs.readFileSync(file, 'utf8'), { url, virtualConsole: new VirtualConsole() }); text = (new Readability(page.window.document).parse() || {}).textContent || ''; page.window.close(); }
  catch (e) { process.stderr.write(id.slice(0, 12) + ' ' + e.name + '\\n'); }
  console.log(JSON.stringify({ id, text }));
}
"""


def run(command, lines, cwd=None):
    start = time.time()
    answer = subprocess.run(command, input=lines, cwd=cwd, capture_output=True, text=True, check=False)
    if answer.stderr:
        sys.stderr.write(answer.stderr[:2000])
    found = [json.loads(l) for l in answer.stdout.splitlines() if l.startswith("{")]
    return {f["id"]: {"articleBody": f.get("text", "")} for f in found}, len(found) / (time.time() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fraud", required=True)
    parser.add_argument("--bench", required=True, type=Path)
    parser.add_argument("--node", type=Path)
    parser.add_argument("--save", type=Path, help="also write our output here, in the benchmark's own form")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("evaluate", args.bench / "evaluate.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    random.seed(1)
    truth = json.loads((args.bench / "ground-truth.json").read_text("utf8"))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        lines, pages = [], {}
        for id, page in truth.items():
            file = Path(folder) / f"{id}.html"
            file.write_bytes(gzip.open(args.bench / "html" / f"{id}.html.gz").read())
            pages[id] = file
            url = page["url"] if "://" in page["url"] else "http://" + page["url"]
            lines.append(json.dumps({"id": id, "file": str(file), "url": url}))
        lines = "\n".join(lines) + "\n"
        ours, speed = run([args.fraud, "extract", "--jsonl"], lines)
        rows.append(("fraud extract", ours, f"{speed:.0f}"))
        if args.save:
            args.save.write_text(json.dumps(ours))
        try:
            import trafilatura
            start = time.time()
            found = {id: {"articleBody": trafilatura.extract(file.read_text("utf8"), include_comments=False) or ""} for id, file in pages.items()}
            rows.append((f"Trafilatura {trafilatura.__version__}", found, f"{len(found) / (time.time() - start):.0f}"))
        except ImportError:
            rows.append(("Trafilatura 2.0.0 (stored output)", scorer.load_prediction(args.bench / "output" / "trafilatura.json")[0], "-"))
        if args.node:
            found, speed = run(["node", "-e", READABILITY], lines, args.node)
            rows.append(("Readability.js + jsdom", {id: found.get(id, {"articleBody": ""}) for id in truth}, f"{speed:.1f}"))
        stored = args.bench / "output" / "readability_js.json"
        if stored.exists():
            rows.append(("Readability.js (stored output)", scorer.load_prediction(stored)[0], "-"))
    print("| extractor | F1 | precision | recall | pages/s |\n|---|---|---|---|---|")
    for name, found, speed in rows:
        m = scorer.evaluate(truth, found, 1000)
        print(f"| {name} | {m['f1']:.4f} ± {m['f1_std']:.3f} | {m['precision']:.4f} | {m['recall']:.4f} | {speed} |")


if __name__ == "__main__":
    main()
