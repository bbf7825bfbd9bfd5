using System.Collections.Frozen;

namespace Fraud.Contacts;

/// <summary>Finds a vendor's name in a foreign host: as a label of its own, drawn with other letters, or one letter off.</summary>
internal sealed class LookAlikeDomains
{
    private const int ShortestFuzzy = 6;
    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, string> _common;
    private readonly FrozenDictionary<string, (string Name, bool Common)> _skeletons;
    private readonly FrozenSet<string> _bait;
    private readonly FrozenSet<string> _exempt;
    private readonly string[] _fuzzy;

    public LookAlikeDomains(IReadOnlyList<Vendor> vendors, IEnumerable<string> bait, IEnumerable<string> exempt)
    {
        _exempt = exempt.ToFrozenSet();
        _names = vendors.SelectMany(v => v.Names).Distinct().ToFrozenDictionary(n => n);
        _common = vendors.SelectMany(v => v.Common).Distinct().ToFrozenDictionary(n => n);
        _bait = bait.ToFrozenSet();
        _skeletons = vendors.SelectMany(v => v.Names.Select(n => (Name: n, Common: false)).Concat(v.Common.Select(n => (Name: n, Common: true))))
            .DistinctBy(n => DomainSkeleton.Of(n.Name)).ToFrozenDictionary(n => DomainSkeleton.Of(n.Name));
        _fuzzy = [.. vendors.Where(v => v.Fuzzy).SelectMany(v => v.Names).Where(n => n.Length >= ShortestFuzzy)];
    }

    /// <summary>The imitated name; null when there is none.</summary>
    /// <param name="host">Lower-case host.</param>
    /// <param name="registered">Where its registered domain begins.</param>
    public string? Find(string host, int registered)
    {
        // com.vendor.product is a package, written backwards
        if (_exempt.Contains(host[registered..]) || host.StartsWith("com.", StringComparison.Ordinal))
        {
            return null;
        }

        // The public suffix is nobody's label: openai.com.cn has the labels "openai"
        var suffix = host.IndexOf('.', registered);
        var labels = host[..suffix].Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var label in labels)
        {
            var shown = Punycode.Decode(label);
            if (FindInLabel(shown, labels.Length) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private string? FindInLabel(string label, int labels)
    {
        var parts = label.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var baited = labels > 1 || parts.Any(_bait.Contains);
        foreach (var part in parts)
        {
            if (_names.TryGetValue(part, out var exact) || (_common.TryGetValue(part, out exact) && (parts.Length == 1 || baited)))
            {
                return exact;
            }

            if (_skeletons.TryGetValue(DomainSkeleton.Of(part), out var drawn) && (!drawn.Common || part.Length >= ShortestFuzzy || baited))
            {
                return drawn.Name;
            }

            if (Glued(part) is { } glued)
            {
                return glued;
            }

            foreach (var name in _fuzzy)
            {
                if (EditDistance.IsOne(part, name))
                {
                    return name;
                }
            }
        }

        return null;
    }

    // openailogin, verifydeepseek: a name and a word of bait in one
    private string? Glued(string part)
    {
        foreach (var name in _names.Keys)
        {
            if (part.Length > name.Length && name.Length >= 5
                && ((part.StartsWith(name, StringComparison.Ordinal) && _bait.Contains(part[name.Length..])) || (part.EndsWith(name, StringComparison.Ordinal) && _bait.Contains(part[..^name.Length]))))
            {
                return name;
            }
        }

        return null;
    }
}
