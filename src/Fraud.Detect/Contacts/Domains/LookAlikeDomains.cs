using System.Collections.Frozen;

namespace Fraud.Contacts;

/// <summary>Finds a vendor's name in a foreign host: as a label of its own, drawn with other letters, or one letter off.</summary>
internal sealed class LookAlikeDomains
{
    private const int ShortestFuzzy = 6;
    private const int ShortestGlued = 5;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _common;
    private readonly FrozenDictionary<string, Drawn>.AlternateLookup<ReadOnlySpan<char>> _skeletons;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bait;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _exempt;
    private readonly string[] _fuzzy;
    private readonly string[] _glued;

    public LookAlikeDomains(IReadOnlyList<Vendor> vendors, IEnumerable<string> bait, IEnumerable<string> exempt)
    {
        var names = vendors.SelectMany(v => v.Names).Distinct().ToList();
        var common = vendors.SelectMany(v => v.Common).Distinct().ToList();
        _names = names.ToFrozenDictionary(n => n).GetAlternateLookup<ReadOnlySpan<char>>();
        _common = common.ToFrozenDictionary(n => n).GetAlternateLookup<ReadOnlySpan<char>>();
        _bait = bait.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        _exempt = exempt.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        _skeletons = Skeletons(names, common).ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
        _fuzzy = [.. vendors.Where(v => v.Fuzzy).SelectMany(v => v.Names).Where(n => n.Length >= ShortestFuzzy)];
        _glued = [.. names.Where(n => n.Length >= ShortestGlued)];
    }

    // The first name of a skeleton counts
    private static Dictionary<string, Drawn> Skeletons(List<string> names, List<string> common)
    {
        var skeletons = new Dictionary<string, Drawn>();
        foreach (var name in names)
        {
            skeletons.TryAdd(DomainSkeleton.Of(name), new(name, false));
        }

        foreach (var name in common)
        {
            skeletons.TryAdd(DomainSkeleton.Of(name), new(name, true));
        }

        return skeletons;
    }

    /// <summary>The imitated name; null when there is none.</summary>
    /// <param name="host">Lower-case host.</param>
    /// <param name="registered">Where its registered domain begins.</param>
    public string? Find(ReadOnlySpan<char> host, int registered)
    {
        // com.vendor.product is a package, written backwards
        if (_exempt.Contains(host[registered..]) || host.StartsWith("com.", StringComparison.Ordinal))
        {
            return null;
        }

        // The public suffix is nobody's label: openai.com.cn has the label "openai"
        var labels = host[..(registered + host[registered..].IndexOf('.'))];
        var single = !labels.Contains('.');
        foreach (var range in labels.Split('.'))
        {
            var label = labels[range];
            var shown = label.StartsWith("xn--", StringComparison.Ordinal) ? Punycode.Decode(label.ToString()) : label;
            if (FindInLabel(shown, single) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private string? FindInLabel(ReadOnlySpan<char> label, bool single)
    {
        var (parts, baited) = (0, !single);
        foreach (var range in label.SplitAny('-', '_'))
        {
            parts++;
            baited |= _bait.Contains(label[range]);
        }

        foreach (var range in label.SplitAny('-', '_'))
        {
            if (FindInPart(label[range], parts == 1, baited) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private string? FindInPart(ReadOnlySpan<char> part, bool whole, bool baited)
    {
        if (part.IsEmpty || part.Length > DomainSkeleton.Longest)
        {
            return null;
        }

        if (_names.TryGetValue(part, out var exact) || (_common.TryGetValue(part, out exact) && (whole || baited)))
        {
            return exact;
        }

        Span<char> skeleton = stackalloc char[DomainSkeleton.Longest];
        if (_skeletons.TryGetValue(skeleton[..DomainSkeleton.Write(part, skeleton)], out var drawn) && !_common.ContainsKey(part) && (!drawn.IsCommon || part.Length >= ShortestFuzzy || baited))
        {
            return drawn.Name;
        }

        return Glued(part) ?? Near(part);
    }

    private string? Near(ReadOnlySpan<char> part)
    {
        foreach (var name in _fuzzy)
        {
            if (EditDistance.IsOne(part, name))
            {
                return name;
            }
        }

        return null;
    }

    // openailogin, verifydeepseek: a name and a word of bait in one
    private string? Glued(ReadOnlySpan<char> part)
    {
        foreach (var name in _glued)
        {
            if (part.Length > name.Length
                && ((part.StartsWith(name, StringComparison.Ordinal) && _bait.Contains(part[name.Length..])) || (part.EndsWith(name, StringComparison.Ordinal) && _bait.Contains(part[..^name.Length]))))
            {
                return name;
            }
        }

        return null;
    }

    // A class: dictionaries of values would be compiled at every start
    private sealed record Drawn(string Name, bool IsCommon);
}
