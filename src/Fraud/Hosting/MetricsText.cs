using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Fraud.Hosting;

/// <summary>Our meters in Prometheus text format 0.0.4. Written by hand: the exporters of the field are not on every feed, and the format is a page long.</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly double[] Bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60];
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MetricSeries> _series = new();
    private readonly MeterListener _listener = new();

    public MetricsText()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("Fraud.", StringComparison.Ordinal) || instrument.Meter.Name is "Microsoft.AspNetCore.Hosting" or "System.Runtime")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Record(i, v, tags));
        _listener.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    /// <summary>All series, by name.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _series.GroupBy(s => Name(s.Key.Instrument)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var instrument = family.First().Key.Instrument;
            text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Key} {Escape(instrument.Description ?? instrument.Name)}\n# TYPE {family.Key} {Kind(instrument)}\n");
            foreach (var (key, series) in family.OrderBy(s => s.Key.Labels, StringComparer.Ordinal))
            {
                series.Write(text, family.Key, key.Labels, IsHistogram(instrument) ? Bounds : null);
            }
        }

        return text.ToString();
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (name, tag) in tags)
        {
            labels.Append(labels.Length == 0 ? "" : ",").Append(Clean(name)).Append("=\"").Append(Escape(Convert.ToString(tag, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        var series = _series.GetOrAdd((instrument, labels.ToString()), static _ => new(Bounds.Length));
        series.Record(value, IsHistogram(instrument) ? Bounds : null, isTotal: instrument.IsObservable || IsGauge(instrument));
    }

    private static bool IsHistogram(Instrument instrument) => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    private static bool IsGauge(Instrument instrument) => instrument.GetType().Name.Contains("Gauge", StringComparison.Ordinal);

    private static string Kind(Instrument instrument) =>
        IsHistogram(instrument) ? "histogram" : IsGauge(instrument) || instrument.GetType().Name.Contains("UpDown", StringComparison.Ordinal) ? "gauge" : "counter";

    private static string Name(Instrument instrument) => Clean(instrument.Name) + (Kind(instrument) == "counter" && !instrument.Name.EndsWith("total", StringComparison.Ordinal) ? "_total" : "");

    private static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
