using System.Globalization;
using System.Text;

namespace Fraud.Hosting;

/// <summary>One time series: a value, or a histogram's buckets.</summary>
internal sealed class MetricSeries(int buckets)
{
    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[buckets + 1];
    private double _sum;

    public void Record(double value, double[]? bounds, bool isTotal)
    {
        lock (_gate)
        {
            _sum = isTotal ? value : _sum + value;
            if (bounds is not null)
            {
                var at = Array.FindIndex(bounds, b => value <= b);
                _counts[at < 0 ? bounds.Length : at]++;
            }
        }
    }

    public void Write(StringBuilder text, string name, string labels, double[]? bounds)
    {
        lock (_gate)
        {
            if (bounds is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : "{" + labels + "}")} {_sum}\n");
                return;
            }

            var comma = labels.Length == 0 ? "" : ",";
            long seen = 0;
            for (var i = 0; i <= bounds.Length; i++)
            {
                seen += _counts[i];
                var bound = i < bounds.Length ? bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"{bound}\"}} {seen}\n");
            }

            var tail = labels.Length == 0 ? "" : "{" + labels + "}";
            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{tail} {_sum}\n{name}_count{tail} {seen}\n");
        }
    }
}
