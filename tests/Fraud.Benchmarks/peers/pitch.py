#!/usr/bin/env python3
"""Pitch labels: fastText and scikit-learn against `fraud`, on the same training and test files, in one run.

  apt-get install fasttext python3-sklearn
  tests/Fraud.Benchmarks/peers/pitch.py --fraud artifacts/bin/Fraud/release/fraud --hold-out c models/pitch/corpus/*.jsonl

Trains every system on the posts of all writers but one and tests on that writer's posts. Prints macro-F1 over the 14 labels,
scam-against-benign F1 and posts per second on one core (prediction only; ours through `fraud check --jsonl`, start-up included).
"""
import argparse, json, os, subprocess, sys, tempfile, time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

RISK = {"hoarding", "yield_mlm", "grey_resale", "key_trade", "key_exposure", "phishing", "coin_promo"}


def report(name, truth, guess, seconds):
    binary = lambda labels: [label in RISK for label in labels]
    print(f"{name:34s} macro-F1 {f1_score(truth, guess, average='macro'):.3f}   scam-F1 {f1_score(binary(truth), binary(guess)):.3f}   {len(truth) / seconds:12,.0f} posts/s", flush=True)


def scikit(name, model, train, test):
    features = make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True))
    model.fit(features.fit_transform([r["text"] for r in train]), [r["label"] for r in train])
    began = time.perf_counter()
    guess = model.predict(features.transform([r["text"] for r in test]))
    report(name, [r["label"] for r in test], guess, time.perf_counter() - began)


def fasttext(train, test, folder):
    spaced = lambda text: " ".join(c if ord(c) > 0x2E7F else c for c in " ".join(f" {c} " if ord(c) > 0x2E7F else c for c in text.replace("\n", " ")).split())
    train_file, test_file = os.path.join(folder, "train.txt"), os.path.join(folder, "test.txt")
    with open(train_file, "w") as f:
        f.writelines(f"__label__{r['label']} {spaced(r['text'])}\n" for r in train)
    with open(test_file, "w") as f:
        f.writelines(f"{spaced(r['text'])}\n" for r in test)
    model = os.path.join(folder, "model")
    subprocess.run(["fasttext", "supervised", "-input", train_file, "-output", model, "-epoch", "50", "-lr", "0.5", "-wordNgrams", "3", "-minn", "1", "-maxn", "4", "-dim", "100", "-thread", "1", "-verbose", "0"], check=True)
    began = time.perf_counter()
    out = subprocess.run(["fasttext", "predict", model + ".bin", test_file], check=True, capture_output=True, text=True).stdout
    report("fastText", [r["label"] for r in test], [line.replace("__label__", "") for line in out.split("\n")[: len(test)]], time.perf_counter() - began)


def ours(fraud, hold_out, files, test, folder):
    if not fraud:
        return
    models = os.path.join(folder, "weights")
    subprocess.run([fraud, "train", "--hold-out", hold_out, "--out", models, *files], check=True, stdout=subprocess.DEVNULL)
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in test)
    began = time.perf_counter()
    out = subprocess.run([fraud, "check", "--jsonl", "--weights", models], input=lines, capture_output=True, text=True).stdout
    report("fraud", [r["label"] for r in test], [json.loads(line)["label"] for line in out.splitlines()], time.perf_counter() - began)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", help="corpus files, one writer each")
    options.add_argument("--hold-out", required=True, help="writer tested on: the file's name without ending")
    options.add_argument("--fraud", help="the executable; left out when absent")
    given = options.parse_args()
    rows = {os.path.splitext(os.path.basename(f))[0]: [json.loads(line) for line in open(f, encoding="utf-8") if line.strip()] for f in given.files}
    if given.hold_out not in rows:
        sys.exit(f"no file named {given.hold_out}.jsonl among the given ones")
    test = rows[given.hold_out]
    train = [r for writer, posts in rows.items() if writer != given.hold_out for r in posts]
    print(f"{len(train)} posts to train on, {len(test)} to test on (writer {given.hold_out})")
    with tempfile.TemporaryDirectory() as folder:
        ours(given.fraud, given.hold_out, given.files, test, folder)
        fasttext(train, test, folder)
    scikit("scikit-learn TF-IDF + linear SVM", LinearSVC(C=0.7), train, test)
    scikit("scikit-learn TF-IDF + logistic", LogisticRegression(C=20, max_iter=300), train, test)


main()
