using System.Buffers;

namespace Fraud.Canonical;

/// <summary>Replaces sound-alikes, split characters, code names of messengers and digits written for letters.</summary>
internal sealed class HomophoneWriter
{
    private const int AssetReach = 5;
    private static readonly SearchValues<char> ContactCues = SearchValues.Create("加+联系私找扣滴走上进留备");
    private readonly CharTable _table;
    private readonly Dictionary<int, HomophoneRule[]> _rules = [];
    private readonly SearchValues<string> _assets;
    private readonly WordSet _words;

    public HomophoneWriter(CharTable table, IReadOnlyList<HomophoneRule> rules, WordSet words)
    {
        _table = table;
        _words = words;
        foreach (var rule in rules.OrderByDescending(r => r.Source.Length))
        {
            _rules[rule.Source[0]] = [.. _rules.GetValueOrDefault(rule.Source[0], []), rule];
            table.Mark(rule.Source[0], CharKinds.Opens);
        }

        foreach (var digit in Leet.Digits)
        {
            table.Mark(digit, CharKinds.Opens);
        }

        string[] assets = ["词元", "token", "算力", "额度", "api", "credit"];
        _assets = SearchValues.Create([.. assets, .. rules.Where(r => assets.Contains(r.Target)).Select(r => r.Source)], StringComparison.Ordinal);
    }

    /// <summary>Writes the homophone view when it differs; answers the number of replacements.</summary>
    public int Write(TextView source, TextView target)
    {
        var text = source.Text;
        var (count, copied) = (0, 0);
        var units = _table.Units;
        for (var i = 0; i < text.Length; i++)
        {
            if ((units[text[i]] & CharKinds.Opens) == 0 || IsInside(text, i))
            {
                continue;
            }

            if (_rules.TryGetValue(text[i], out var rules) && Find(rules, text, i) is { } rule)
            {
                Copy(source, target, copied, i, count++ == 0);
                var span = source.ToOriginal(i, i + rule.Source.Length);
                foreach (var c in rule.Target)
                {
                    target.Append(c, span.Start, span.End);
                }

                copied = i + rule.Source.Length;
                i = copied - 1;
            }
            else if (Leet.Digits.Contains(text[i]))
            {
                var (start, end) = Leet.WordAround(text, i, copied);
                if (Leet.IsDisguised(text[start..end]) && _words.Contains(text[start..end], Leet.Read))
                {
                    Copy(source, target, copied, start, count++ == 0);
                    AppendPlain(source, target, start, end);
                    copied = end;
                }

                i = Math.Max(i, end - 1);
            }
        }

        if (count > 0)
        {
            target.AppendFrom(source, copied, text.Length);
        }

        return count;
    }

    // A Latin source begins a word; a digit stands for a letter only beside one
    private static bool IsInside(ReadOnlySpan<char> text, int at)
    {
        var before = at > 0 && char.IsAsciiLetter(text[at - 1]);
        return char.IsAsciiLetter(text[at]) ? before : text[at] < 0x80 && !before && !(at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]));
    }

    private static void Copy(TextView source, TextView target, int from, int to, bool first)
    {
        if (first)
        {
            target.BeginMapped(source.Length + 16);
        }

        target.AppendFrom(source, from, to);
    }

    private static void AppendPlain(TextView source, TextView target, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var span = source.ToOriginal(i, i + 1);
            target.Append(Leet.Read(source.Text[i]), span.Start, span.End);
        }
    }

    private HomophoneRule? Find(HomophoneRule[] rules, ReadOnlySpan<char> text, int at)
    {
        foreach (var rule in rules)
        {
            if (text[at..].StartsWith(rule.Source, StringComparison.Ordinal) && Holds(rule, text, at, at + rule.Source.Length))
            {
                return rule;
            }
        }

        return null;
    }

    private bool Holds(HomophoneRule rule, ReadOnlySpan<char> text, int start, int end) => rule.Condition switch
    {
        HomophoneCondition.Contact => IsContact(text, start, end),
        HomophoneCondition.Asset => IsBeforeAsset(text, end),
        _ => IsWhole(rule.Source, text, start, end),
    };

    // A Latin source must stand as a word of its own
    private static bool IsWhole(string source, ReadOnlySpan<char> text, int start, int end) =>
        !(char.IsAsciiLetter(source[0]) && start > 0 && char.IsAsciiLetter(text[start - 1]))
        && !(char.IsAsciiLetter(source[^1]) && end < text.Length && char.IsAsciiLetter(text[end]));

    private static bool IsContact(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        if (before >= 0 && ContactCues.Contains(text[before]))
        {
            return true;
        }

        var after = end;
        while (after < text.Length && after - end < 4 && text[after] is ' ' or ':' or '@' or '号' or '(' or '-')
        {
            after++;
        }

        return after < text.Length && char.IsAsciiLetterOrDigit(text[after]);
    }

    private bool IsBeforeAsset(ReadOnlySpan<char> text, int end)
    {
        var window = text[end..Math.Min(text.Length, end + AssetReach + 7)];
        var at = window.IndexOfAny(_assets);
        return at >= 0 && at < AssetReach;
    }
}
