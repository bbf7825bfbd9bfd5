#!/usr/bin/env python3
"""Verdicts on posts of real people, as the table of the model card.

  tests/Fraud.Benchmarks/real_posts.py --fraud artifacts/bin/Fraud/release/fraud FOLDER > models/pitch/real-posts.md

FOLDER holds JSON lines {"text", "label"}: such posts are measured on, never trained on and never kept with the project. Prints for
each file and label the share of alerts and of posts sent to review; for a file with resale ads ("gray"), how well the probability
of grey_resale ranks them above all others (AUC).
"""
import argparse, collections, glob, json, os, subprocess


def assess(fraud, rows):
    lines = "".join(json.dumps({"id": str(i), "text": row["text"]}) + "\n" for i, row in enumerate(rows))
    out = subprocess.run([fraud, "check", "--jsonl"], input=lines, capture_output=True, text=True).stdout
    results = [json.loads(line) for line in out.splitlines()]
    if len(results) != len(rows):
        raise SystemExit("fraud check did not answer every line")
    return results


def auc(above, below):
    ranked = sorted([(x, 1) for x in above] + [(x, 0) for x in below])
    rank_sum, i = 0.0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        rank_sum += sum(r[1] for r in ranked[i:j]) * (i + j + 1) / 2
        i = j
    return (rank_sum - len(above) * (len(above) + 1) / 2) / (len(above) * len(below))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder")
    options.add_argument("--fraud", required=True, help="the executable")
    given = options.parse_args()
    rankings = []
    model = ""
    print("Public sets that were never trained on; most of their posts have nothing to do with AI tokens, and \"scam\" and \"spam\" there are mostly of other kinds.\n")
    print("| set | label | posts | alert | review |\n|---|---|---:|---:|---:|")
    for path in sorted(glob.glob(os.path.join(given.folder, "*.jsonl"))):
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        results = assess(given.fraud, rows)
        name = os.path.splitext(os.path.basename(path))[0]
        verdicts = collections.defaultdict(collections.Counter)
        for row, result in zip(rows, results):
            verdicts[row["label"]][result["verdict"]] += 1
            model = result.get("model", model)
        for label, counts in sorted(verdicts.items()):
            total = sum(counts.values())
            print(f"| {name} | {label} | {total} | {100 * counts['alert'] / total:.2f} % | {100 * counts['review'] / total:.2f} % |")
        if "gray" in verdicts:
            score = lambda keep: [result["labels"].get("grey_resale", 0) for row, result in zip(rows, results) if keep(row["label"])]
            gray = score(lambda label: label == "gray")
            rankings.append(f"{name}: resale ads above ordinary talk, AUC {auc(gray, score(lambda label: label == 'ham')):.3f}; above all the rest {auc(gray, score(lambda label: label != 'gray')):.3f}.")
    print("\n" + "\n".join(rankings))
    print(f"\nMeasured with {model or 'the weights of the day'}.")


main()
