using Fraud.Collect.Sources;

namespace Fraud.Collect.Polling;

/// <summary>One start URL of a source, and where it is.</summary>
/// <param name="Source">The source's settings.</param>
/// <param name="Start">The start URL.</param>
/// <param name="Cursor">The cursor of the last round; empty before the first.</param>
public sealed record PlatformTrack(SourceOptions Source, Uri Start, string Cursor)
{
    /// <summary>Whether nothing was read yet.</summary>
    public bool IsFirst => Cursor.Length == 0;

    /// <summary>Scheme, host and port of the start URL.</summary>
    public string Origin => Start.GetLeftPart(UriPartial.Authority);

    /// <summary>The start URL with more query parameters, values escaped; one it has already is kept.</summary>
    public string With(params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var query = Start.Query.TrimStart('?');
        foreach (var (name, value) in parameters)
        {
            if (value.Length > 0 && !query.Split('&').Any(p => p.StartsWith(name + "=", StringComparison.Ordinal)))
            {
                query += (query.Length > 0 ? "&" : "") + name + "=" + Uri.EscapeDataString(value);
            }
        }

        return Start.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query : "");
    }
}
