using System.Collections.Frozen;

namespace Fraud.Contacts;

/// <summary>Where a registered domain begins: the rules of the Public Suffix List.</summary>
public sealed class PublicSuffixes
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _rules;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _wildcards;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _exceptions;

    private PublicSuffixes(IEnumerable<string> lines)
    {
        var rules = lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)).ToList();
        _rules = Set(rules.Where(r => r[0] is not ('*' or '!')));
        _wildcards = Set(rules.Where(r => r.StartsWith("*.", StringComparison.Ordinal)).Select(r => r[2..]));
        _exceptions = Set(rules.Where(r => r[0] == '!').Select(r => r[1..]));
    }

    /// <summary>Reads a list in the format of publicsuffix.org.</summary>
    public static PublicSuffixes Load(string file) => new(File.ReadLines(file));

    /// <summary>Whether a last label is a known top-level domain.</summary>
    public bool IsTopLevel(ReadOnlySpan<char> label) => _rules.Contains(label) || _wildcards.Contains(label);

    /// <summary>Start of the registered domain within a lower-case host; -1 when the host is a suffix itself or its top level is unknown.</summary>
    public int RegisteredAt(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty || !IsTopLevel(host[(host.LastIndexOf('.') + 1)..]))
        {
            return -1;
        }

        var before = -1;
        for (var at = 0; ; at += host[at..].IndexOf('.') + 1)
        {
            if (_exceptions.Contains(host[at..]))
            {
                return at;
            }

            if (IsSuffix(host[at..]))
            {
                return before >= 0 && host[before] == '.' ? -1 : before;
            }

            before = at;
            if (host[at..].IndexOf('.') < 0)
            {
                return -1;
            }
        }
    }

    private bool IsSuffix(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        return _rules.Contains(name) || (dot > 0 && _wildcards.Contains(name[(dot + 1)..]));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> rules) =>
        rules.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
