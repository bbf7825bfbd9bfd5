using Fraud.Findings;
using Fraud.Keys.Decoding;
using Fraud.Keys.Filters;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>The texts behind a text: unescaped, decoded from base64 or hex, or joined over breaks. Each is scanned the same way, one layer deeper.</summary>
internal sealed class Layers
{
    /// <summary>How many layers may lie on one another.</summary>
    public const int MaxDepth = 4;

    /// <summary>How much of one encoded run is looked at.</summary>
    public const int MaxEncoded = 64 * 1024;

    // What one escape may belong to: a key's length and its context on both sides
    private const int PlainBefore = 512;
    private const int PlainAfter = 2048;
    private const int MaxJoined = 640;
    private const int MaxParts = 12;
    private const int Certain = (int)KeyConfidence.High * 2;
    private static readonly ByteSet _partSet = ByteSet.Parse("A-Za-z0-9_.+/:-");

    private readonly ScanProgram _program;
    private readonly int _depth;
    private readonly List<Origin> _plain = [];
    private readonly List<int> _encoded = [];
    private readonly List<int> _broken = [];
    private readonly DecodedText _run = new();
    private readonly DecodedText _decoded = new();
    private readonly Action<DecodedText> _scanInner;
    private ScanPass? _inner;
    private List<KeyCandidate> _candidates = [];

    public Layers(ScanProgram program, int depth)
    {
        _program = program;
        _depth = depth;
        _scanInner = ScanInner;
    }

    private ScanPass Inner => _inner ??= new ScanPass(_program, _depth + 1);

    /// <summary>Marks the neighbourhood of an escape or disguised character.</summary>
    public void AddPlain(int at, int length)
    {
        var start = Math.Max(0, at - PlainBefore);
        var end = Math.Min(length, at + PlainAfter);
        if (_plain.Count > 0 && start <= _plain[^1].End)
        {
            _plain[^1] = new Origin(Math.Min(start, _plain[^1].Start), Math.Max(end, _plain[^1].End));
        }
        else
        {
            _plain.Add(new Origin(start, end));
        }
    }

    /// <summary>Marks the run around a place if it may be base64 or hex; where the run ends.</summary>
    public int AddEncoded(ReadOnlySpan<byte> text, int at)
    {
        var (start, end) = EncodedRun.Around(text, at, MaxEncoded);
        if (EncodedRun.MayDecode(text[start..end]))
        {
            _encoded.Add(start);
        }

        return end;
    }

    /// <summary>Marks the beginning of a key that may go on behind a break.</summary>
    public void AddBroken(ReadOnlySpan<byte> text, int at)
    {
        var end = at + _partSet.RunLength(text[at..], MaxJoined);
        if (GapAt(text, end) > 0 && (_broken.Count == 0 || _broken[^1] != at))
        {
            _broken.Add(at);
        }
    }

    /// <summary>Drops what was marked; whether there was anything.</summary>
    public bool Forget()
    {
        var any = _plain.Count + _encoded.Count + _broken.Count > 0;
        _plain.Clear();
        _encoded.Clear();
        _broken.Clear();
        return any;
    }

    /// <summary>Scans what was marked and adds what is found, in places of this text.</summary>
    public void Scan(ReadOnlySpan<byte> text, List<KeyCandidate> candidates)
    {
        _candidates = candidates;
        ScanBroken(text);

        foreach (var (start, end) in _plain)
        {
            _decoded.Clear();
            PlainDecoder.Decode(text, start, end, _decoded);
            if (_decoded.Changed)
            {
                ScanInner(_decoded);
            }
        }

        var done = 0;
        foreach (var start in _encoded)
        {
            if (start >= done)
            {
                _run.Clear();
                done = EncodedRun.Gather(text, start, MaxEncoded, _run);
                EncodedRun.Decode(_run, _decoded, _scanInner);
            }
        }

        Forget();
        _run.Clear();
        _decoded.Clear();
    }

    private void ScanBroken(ReadOnlySpan<byte> text)
    {
        if (_broken.Count == 0)
        {
            return;
        }

        // Both in order of place, so that one step forward finds what was found at the same place
        _candidates.Sort(KeyCandidate.ByPlace);
        _broken.Sort();
        var (next, found) = (0, _candidates.Count);
        foreach (var at in _broken)
        {
            var best = -1;
            for (; next < found && _candidates[next].Start <= at; next++)
            {
                best = _candidates[next].Start == at ? Math.Max(best, _candidates[next].Certainty) : best;
            }

            ScanBroken(text, at, best);
        }
    }

    /// <summary>Follows a key that begins here over line ends, quotes and spaces; adds what the joined text has if that is surer than what was found without.</summary>
    private void ScanBroken(ReadOnlySpan<byte> text, int at, int best)
    {
        _run.Clear();
        for (var part = 0; part < MaxParts && _run.Length < MaxJoined && best < Certain; part++)
        {
            var length = _partSet.RunLength(text[at..], MaxJoined);
            _run.AddPlain(text, at, at + length);
            at += length;
            best = part > 0 ? ScanJoined(best) : best;
            var gap = GapAt(text, at);
            if (gap == 0)
            {
                break;
            }

            at += gap;
        }
    }

    /// <summary>Length of the gap here if a part of a token follows it; otherwise 0.</summary>
    private static int GapAt(ReadOnlySpan<byte> text, int at)
    {
        var gap = Gap.LengthAt(text[at..], out var soft);
        at += gap;
        return gap > 0 && at < text.Length && _partSet.Contains(text[at]) && (!soft || IsPart(text[at..])) ? gap : 0;
    }

    /// <summary>Whether what stands behind a soft gap is part of a token and not a word.</summary>
    private static bool IsPart(ReadOnlySpan<byte> text)
    {
        var part = text[.._partSet.RunLength(text, MaxJoined)];
        return part.Length >= 3
            && (part.ContainsAnyInRange((byte)'0', (byte)'9') || (part.Length >= 8 && LetterPairs.Evidence(part) < 0) || (part[1..].ContainsAnyInRange((byte)'A', (byte)'Z') && part.ContainsAnyInRange((byte)'a', (byte)'z')));
    }

    /// <summary>Adds what the joined text has from end to end, if that is surer than the best so far; the best after it.</summary>
    private int ScanJoined(int best)
    {
        var inner = Inner;
        inner.Joins = false;
        inner.Run(_run.Bytes);
        inner.Joins = true;
        foreach (var candidate in inner.Candidates)
        {
            if (candidate.Start == 0 && candidate.End == _run.Length && candidate.Confidence > KeyConfidence.Low && candidate.Certainty > best)
            {
                Add(candidate, _run, _candidates);
                best = candidate.Certainty;
            }
        }

        return best;
    }

    private void ScanInner(DecodedText decoded)
    {
        Inner.Run(decoded.Bytes);
        foreach (var candidate in Inner.Candidates)
        {
            Add(candidate, decoded, _candidates);
        }
    }

    private static void Add(KeyCandidate candidate, DecodedText decoded, List<KeyCandidate> candidates)
    {
        var (start, end) = decoded.OriginOf(candidate.Start, candidate.End);
        candidates.Add(candidate with { Start = start, End = end });
    }
}
