#!/usr/bin/env python3
"""Pitch labels: fastText and scikit-learn against `fraud`, on the same training and test files, in one run.

  apt-get install fasttext python3-sklearn
  tests/Fraud.Benchmarks/peers/pitch.py --fraud artifacts/bin/Fraud/release/fraud --hold-out a,c,f models/pitch/corpus/*.jsonl

Each system is trained once, on the posts of the writers not named, and tested on those of the named ones. Prints macro-F1 of the 14
labels, scam-against-benign F1, and posts per second of processor time of prediction, start-up included, over the test posts repeated
(ours: all of `fraud check`, with offers, contacts, keys and reasons). Placeholders of keys stay as they are for the peers, which
helps them; ours sees key-shaped strings.
"""
import argparse, json, os, resource, subprocess, sys, tempfile, time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

RISK = {"hoarding", "yield_mlm", "grey_resale", "key_trade", "key_exposure", "phishing", "coin_promo"}

REPEATS = 10


def child_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def row(name, truth, guess, rate):
    binary = lambda labels: [label in RISK for label in labels]
    return f"| {name} | {f1_score(truth, guess, average='macro'):.3f} | {f1_score(binary(truth), binary(guess)):.3f} | {rate:,.0f} |"


def scikit(model, train, test):
    features = make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True))
    model.fit(features.fit_transform([r["text"] for r in train]), [r["label"] for r in train])
    began = time.process_time()
    guess = model.predict(features.transform([r["text"] for r in test]))
    return list(guess), len(test) / (time.process_time() - began)


def fasttext(train, test, folder):
    spaced = lambda text: " ".join(c if ord(c) > 0x2E7F else c for c in " ".join(f" {c} " if ord(c) > 0x2E7F else c for c in text.replace("\n", " ")).split())
    train_file, test_file, long_file = (os.path.join(folder, name) for name in ("train.txt", "test.txt", "long.txt"))
    with open(train_file, "w") as f:
        f.writelines(f"__label__{r['label']} {spaced(r['text'])}\n" for r in train)
    lines = [f"{spaced(r['text'])}\n" for r in test]
    for path, times in ((test_file, 1), (long_file, REPEATS)):
        with open(path, "w") as f:
            f.writelines(lines * times)
    model = os.path.join(folder, "model")
    subprocess.run(["fasttext", "supervised", "-input", train_file, "-output", model, "-epoch", "50", "-lr", "0.5", "-wordNgrams", "3", "-minn", "1", "-maxn", "4", "-dim", "100", "-thread", "1", "-verbose", "0"], check=True)
    out = subprocess.run(["fasttext", "predict", model + ".bin", test_file], check=True, capture_output=True, text=True).stdout
    began = child_seconds()
    subprocess.run(["fasttext", "predict", model + ".bin", long_file], check=True, stdout=subprocess.DEVNULL)
    return [line.replace("__label__", "") for line in out.split("\n")[: len(test)]], len(test) * REPEATS / (child_seconds() - began)


def ours(fraud, train_files, test, folder):
    weights, test_file, predictions = (os.path.join(folder, name) for name in ("weights", "test.jsonl", "predictions"))
    with open(test_file, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(r) + "\n" for r in test)
    subprocess.run([fraud, "train", "--quick", "--out", weights, *train_files], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([fraud, "eval", "--corpus", test_file, "--weights", weights, "--predictions", predictions], check=True, stdout=subprocess.DEVNULL)
    rows = [json.loads(line) for line in open(predictions, encoding="utf-8")]
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in test) * REPEATS
    began = child_seconds()
    subprocess.run([fraud, "check", "--jsonl", "--weights", weights], input=lines, stdout=subprocess.DEVNULL, text=True)  # exit code 1: something was found
    return [r["label"] for r in rows], len(test) * REPEATS / (child_seconds() - began)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", help="corpus files, one writer each")
    options.add_argument("--hold-out", required=True, help="writers tested on, comma between: the files' names without ending")
    options.add_argument("--fraud", required=True, help="the executable")
    given = options.parse_args()
    names = {os.path.splitext(os.path.basename(f))[0]: f for f in given.files}
    rows = {name: [json.loads(line) for line in open(f, encoding="utf-8") if line.strip()] for name, f in names.items()}
    held = given.hold_out.split(",")
    if unknown := [writer for writer in held if writer not in rows]:
        sys.exit(f"no file named {unknown[0]}.jsonl among the given ones")
    test = [r for name in held for r in rows[name]]
    train = [r for name, posts in rows.items() if name not in held for r in posts]
    print(f"{len(train)} posts to train on, {len(test)} to test on", file=sys.stderr, flush=True)
    truth = [r["label"] for r in test]
    print("| | macro-F1 | scam F1 | posts/s |\n|---|---:|---:|---:|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        print(row("fraud", truth, *ours(given.fraud, [f for name, f in names.items() if name not in held], test, folder)), flush=True)
        print(row("fastText", truth, *fasttext(train, test, folder)), flush=True)
    print(row("scikit-learn TF-IDF + linear SVM", truth, *scikit(LinearSVC(C=0.7), train, test)), flush=True)
    print(row("scikit-learn TF-IDF + logistic regression", truth, *scikit(LogisticRegression(C=20, max_iter=60), train, test)), flush=True)


main()
