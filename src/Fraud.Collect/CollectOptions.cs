using System.ComponentModel.DataAnnotations;
using Fraud.Collect.Fetching;
using Fraud.Collect.Sources;

namespace Fraud.Collect;

/// <summary>Settings of collecting; section "Fraud:Collect".</summary>
public sealed class CollectOptions
{
    /// <summary>The HTTP client.</summary>
    public FetchOptions Fetch { get; set; } = new();

    /// <summary>How long a crawler may keep a page to itself; after that another one visits it, as when the first was killed. 5 s to 1 h; default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The sources. Default none.</summary>
    public IList<SourceOptions> Sources { get; } = [];

    /// <summary>All faults at once, each naming its key; empty when the settings are sound.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Check(Fetch, "Fraud:Collect:Fetch", faults);
        for (var i = 0; i < Sources.Count; i++)
        {
            var key = $"Fraud:Collect:Sources:{i}";
            Check(Sources[i], key, faults);
            CheckSource(Sources[i], key, faults);
        }

        faults.AddRange(Sources.GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"Fraud:Collect:Sources: the name '{g.Key}' is given more than once."));
        return faults;
    }

    private void CheckSource(SourceOptions source, string key, List<string> faults)
    {
        if (source.StartUrls.Count == 0)
        {
            faults.Add($"{key}:StartUrls is empty.");
        }

        faults.AddRange(source.StartUrls.Where(u => !IsWebUrl(u)).Select(u => $"{key}:StartUrls: '{u}' is no absolute http(s) URL."));
        if (source.Enabled && !IsWebUrl(source.Terms))
        {
            faults.Add($"{key}:Terms must link the terms that were read before '{source.Name}' was enabled.");
        }

        if (source.Enabled && Fetch.ContactUrl.Length == 0)
        {
            faults.Add($"Fraud:Collect:Fetch:ContactUrl is needed because '{source.Name}' is enabled.");
        }
    }

    private static void Check(object options, string key, List<string> faults)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        faults.AddRange(results.Select(r => $"{key}:{string.Join(',', r.MemberNames)}: {r.ErrorMessage}"));
    }

    private static bool IsWebUrl(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https");
}
