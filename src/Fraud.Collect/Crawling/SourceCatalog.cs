using System.Collections.Frozen;
using Fraud.Collect.Polling;
using Fraud.Collect.Sources;

namespace Fraud.Collect.Crawling;

/// <summary>The configured sources and the parsers they name.</summary>
internal sealed class SourceCatalog
{
    private readonly FrozenDictionary<string, (SourceOptions Options, IPageParser Parser, UrlPattern[] Follow)> _sources;

    public SourceCatalog(CollectOptions options, IEnumerable<IPageParser> parsers, PlatformCatalog platforms)
    {
        var byName = parsers.GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var unknown = options.Sources.FirstOrDefault(s => !byName.ContainsKey(s.Kind) && !platforms.Has(s.Kind));
        if (unknown is not null)
        {
            throw new InvalidOperationException($"Source '{unknown.Name}' has Kind '{unknown.Kind}', which nothing reads; there are: {string.Join(", ", byName.Keys.Concat(platforms.Kinds).Order(StringComparer.Ordinal))}.");
        }

        _sources = options.Sources.Where(s => byName.ContainsKey(s.Kind)).ToFrozenDictionary(s => s.Name, s => (s, byName[s.Kind], s.Follow.Select(f => new UrlPattern(f)).ToArray()), StringComparer.Ordinal);
    }

    /// <summary>Whether the source is crawled page by page.</summary>
    public bool Has(string name) => _sources.ContainsKey(name);

    public (SourceOptions Options, IPageParser Parser, UrlPattern[] Follow) Get(string name) =>
        _sources.TryGetValue(name, out var source) ? source : throw new ArgumentException($"No source '{name}'; there are: {string.Join(", ", _sources.Keys.Order(StringComparer.Ordinal))}.", nameof(name));
}
